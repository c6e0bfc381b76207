# Debian's own interpreter, for machines without pyenv.
ARG ROOTFS
FROM $ROOTFS
RUN set -eu; apt-get update -q; \
    apt-get install -qy --no-install-recommends python3 python3-pip python3-venv; \
    rm -rf /var/lib/apt/lists/* /usr/lib/python3*/EXTERNALLY-MANAGED; \
    for name in python python3 pip pip3; do ln -s "/usr/bin/${name%3}3" "/usr/local/bin/$name"; done
ENV LANG=C.UTF-8
CMD ["python3"]
