# One image for migrate, web and worker, which docker-compose.yml tells apart by their command.
FROM python:3.12-slim AS build
WORKDIR /src
ENV UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
COPY requirements.lock pyproject.toml README.md LICENSE ./
# The same two steps as `make setup`; the lock is a constraint here, so that only what runs is installed, still by hash.
RUN awk '/^[^ #]/ { wanted = /^uv==/ } wanted' requirements.lock >uv.lock \
    && pip install --no-cache-dir --no-deps --require-hashes --requirement uv.lock \
    && uv venv /opt/timeline \
    && uv pip install --no-cache --python /opt/timeline --compile-bytecode --require-hashes \
        --requirement pyproject.toml --constraint requirements.lock
COPY timeline timeline
COPY migrations migrations
RUN uv pip install --no-cache --python /opt/timeline --compile-bytecode --no-deps \
        --build-constraint requirements.lock .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home timeline
COPY --from=build /opt/timeline /opt/timeline
ENV PATH=/opt/timeline/bin:$PATH PYTHONUNBUFFERED=1
USER timeline
WORKDIR /home/timeline
EXPOSE 8000
CMD ["timeline", "--help"]
