# The server from npm, psql and its kin from Debian.
ARG ROOTFS
FROM $ROOTFS
RUN set -eu; groupadd -r -g 999 postgres; useradd -r -g 999 -u 999 -d /var/lib/postgresql -m postgres; \
    apt-get update -q; apt-get install -qy --no-install-recommends postgresql-client libnss-wrapper; \
    rm -rf /var/lib/apt/lists/*; mkdir /docker-entrypoint-initdb.d; \
    install -d -m 3777 -o postgres -g postgres /var/run/postgresql; \
    install -d -m 1777 -o postgres -g postgres /var/lib/postgresql/data
ARG MAJOR
COPY --from=native . /usr/lib/postgresql/$MAJOR
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
ENV PATH=/usr/lib/postgresql/$MAJOR/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LANG=C.UTF-8 PG_MAJOR=$MAJOR PGDATA=/var/lib/postgresql/data
VOLUME /var/lib/postgresql/data
EXPOSE 5432
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
