import { useFormatter } from 'next-intl'

/** A calendar day (`YYYY-MM-DD`) in words. It is the clinic's day already and must not be moved to another zone. */
export function Day({ date, className }: { date: string; className?: string }) {
  const format = useFormatter()
  const words = format.dateTime(new Date(`${date}T00:00:00Z`), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return (
    <time className={className} dateTime={date}>
      {words}
    </time>
  )
}
