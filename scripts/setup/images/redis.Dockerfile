ARG ROOTFS
FROM $ROOTFS
RUN set -eu; groupadd -r -g 999 redis; useradd -r -g 999 -u 999 -d /data redis; \
    apt-get update -q; apt-get install -qy --no-install-recommends redis-server redis-tools; \
    rm -rf /var/lib/apt/lists/*; install -d -o redis -g redis /data
COPY redis-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
VOLUME /data
WORKDIR /data
EXPOSE 6379
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["redis-server"]
