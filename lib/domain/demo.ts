/** The password of every account of the demo clinic; it stands in README.md, so it protects nothing. */
export const DEMO_PASSWORD = 'demo-konsultasi'

/** What the addresses of the demo clinic end with. */
export const DEMO_DOMAIN = '@demo.id'
