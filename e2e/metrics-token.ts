/** What the system under test wants to see of whoever asks for its metrics. */
export const METRICS_TOKEN = 'token-metrik-untuk-uji-saja-0123456789'
