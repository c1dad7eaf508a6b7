# Runs the bot. Settings come from the environment (see .env.example); /data holds the embedded store.
# The base is named by its exact version. To pin it by its content too, look the digest up where you build
# (`docker buildx imagetools inspect node:26.10.0-slim`) and write node:26.10.0-slim@sha256:… in both lines.
FROM node:26.10.0-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run -s build

FROM node:26.10.0-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What tells editors and debuggers about a package is a third of its weight.
RUN npm ci --omit=dev \
  && find node_modules -type f '(' -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' ')' -delete

FROM node:26.10.0-slim
# glibc keeps large freed blocks for each thread unless told to hand them back: a picture's canvas is one.
ENV MALLOC_MMAP_THRESHOLD_=1048576
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 OPS_PORT=3001 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY package.json LICENSE ./
COPY briefings ./briefings
COPY commands ./commands
COPY docs/*.md ./docs/
COPY src ./src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.OPS_PORT || '3001').split(':').pop() + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The bot itself is process 1, so that a SIGTERM reaches it.
# A young generation that grows to 32 MB keeps them while nobody asks anything; what the start alone needed goes back.
CMD ["node", "--max-semi-space-size=4", "--expose-gc", "build/bot/main.js"]
