import { MB } from '@/lib/domain/lampiran'

/** Bytes in a few signs: "840 KB", "2,4 MB". 1 MB is 1,048,576 bytes, as the limits count it. */
export function formatSize(bytes: number, locale: string): string {
  const [value, unit] = bytes < MB ? [Math.max(1, Math.round(bytes / 1024)), 'KB'] : [bytes / MB, 'MB']
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 'KB' ? 0 : 1 }).format(value)} ${unit}`
}

/** Seconds as a player shows them: "0:07", "4:59". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
