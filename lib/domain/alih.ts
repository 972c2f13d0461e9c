/** Characters of each part of what is handed over. */
export const ISI_ALIH_MAX = 2000

/** `gugur` is never stored: what still waits when the konsultasi has ended is that. */
export const STATUS_ALIH = ['menunggu', 'setuju', 'tolak', 'gugur'] as const
export type StatusAlih = (typeof STATUS_ALIH)[number]
