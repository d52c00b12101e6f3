# Samen Sterk in a container: one account without rights, nothing to write to but /data and /tmp.
#   docker build -t samen-sterk .
#   docker run --read-only --tmpfs /tmp -v samen:/data -p 8000:8000 \
#     -e MATCHER_BASE_URL=https://mentoring.example.org -e MATCHER_PROXY_HOPS=1 samen-sterk
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements/run.txt requirements/scale.txt requirements/build.txt requirements/
RUN python -m venv /opt/matcher \
 && /opt/matcher/bin/pip install --no-cache-dir --require-hashes \
      -r requirements/run.txt -r requirements/scale.txt -r requirements/build.txt
COPY pyproject.toml README.md LICENSE ./
COPY matcher matcher
COPY templates templates
RUN /opt/matcher/bin/pip install --no-cache-dir --no-build-isolation --no-deps .

FROM python:3.11-slim-bookworm
# pg_dump and pg_restore, for backups of PostgreSQL.
RUN apt-get update && apt-get install -y --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --create-home --home-dir /data --shell /usr/sbin/nologin matcher
COPY --from=build /opt/matcher /opt/matcher
ENV PATH=/opt/matcher/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 MATCHER_INSTANCE=/data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD python -c "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health/ready')"
STOPSIGNAL SIGTERM
CMD ["matcher", "serve", "--host", "0.0.0.0", "--port", "8000"]
