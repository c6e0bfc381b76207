# An interpreter that pyenv has built, laid out as in the official image.
ARG ROOTFS
FROM $ROOTFS
COPY . /usr/local/
# The host's pip may have been told to trust other authorities: this one is new.
RUN ldconfig && python -m ensurepip --default-pip >/dev/null
ARG VERSION
ENV LANG=C.UTF-8 PYTHON_VERSION=$VERSION
CMD ["python3"]
