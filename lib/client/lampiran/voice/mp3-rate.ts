/** Samples in a second of speech: half the rate of a record. By itself, so that who asks for it does not get the whole encoder (55 kB). */
export const MP3_RATE = 24_000
