# An interpreter that pyenv has built, laid out as in the official image.
ARG ROOTFS
FROM $ROOTFS
COPY . /usr/local/
RUN set -eu; cd /usr/local/bin; \
    grep -lIE '^#!.*/bin/python' -- * | xargs -r sed -i '1s|^#!.*/bin/python|#!/usr/local/bin/python|'; \
    ldconfig; \
    python -m pip --version >/dev/null
ARG VERSION
ENV LANG=C.UTF-8 PYTHON_VERSION=$VERSION
CMD ["python3"]
