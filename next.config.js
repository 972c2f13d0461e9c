import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  // Several builds may stand side by side in one checkout (a test's and a developer's).
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  compress: true,
  experimental: { authInterrupts: true },
  // Types are checked by `npm test`; checking them again here would only slow the first `npm start`.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pusher', 'graphile-worker', '@fastify/busboy', '@aws-sdk/client-s3'],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
