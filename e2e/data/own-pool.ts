/**
 * Lets a test call the application's own readers and writers in its own process, over the database of the system with realtime. What they need of
 * the environment is set here; `startApp` takes none of it over.
 */
export function useOwnPool(): void {
  Object.assign(process.env, {
    DATABASE_URL: process.env.SAPA_DATABASE_URL,
    DATA_DIR: '/nowhere',
    NEXTAUTH_URL: 'http://127.0.0.1',
    NEXTAUTH_SECRET: 'rahasia-untuk-uji-'.repeat(3),
    VAPID_PUBLIC_KEY: Buffer.alloc(65, 4).toString('base64url'),
    VAPID_PRIVATE_KEY: Buffer.alloc(32, 1).toString('base64url'),
    VAPID_SUBJECT: 'mailto:uji@uji.test',
  })
}
