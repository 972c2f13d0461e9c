import { basename } from 'node:path'
import createNextIntlPlugin from 'next-intl/plugin'

/** A service worker can do what its own policy allows: load our scripts, show our icon and ask us, nothing else. It is looked up anew each time. */
const workerHeaders = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'" },
  { key: 'Cache-Control', value: 'no-cache' },
]

const version = basename(process.env.NEXT_DIST_DIR ?? 'dev')

/** @type {import('next').NextConfig} */
const config = {
  // Several builds may stand side by side in one checkout (a test's and a developer's).
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  compress: true,
  experimental: {
    authInterrupts: true,
    // Fewer and larger scripts, without what nobody asks for in them: decision 080.
    turbopackCjsTreeShaking: true,
    turbopackCrossModuleConstants: true,
    turbopackChunking: { minChunkSize: 1_000_000, maxMergeChunkSize: 2_000_000 },
  },
  // The folder of a build is named after what it was made from (lib/cli/artifacts.ts): the same on every instance.
  env: { SAPA_VERSION: version },
  generateBuildId: () => version,
  headers: async () => [{ source: '/:script(sw|sw-[a-z]+).js', headers: workerHeaders }],
  // Types are checked by `npm test`; checking them again here would only slow the first `npm start`.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pino',
    'prom-client',
    'pusher',
    'graphile-worker',
    '@fastify/busboy',
    '@aws-sdk/client-s3',
  ],
}

export default createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Texts are taken apart while building: a page then needs no parser of its own (10 kB of it) to say them.
  experimental: { messages: { path: ['./lib/i18n/id', './lib/i18n/en'], format: 'json', locales: 'infer', precompile: true } },
})(config)
