import { z } from 'zod'
import { WIB_OFFSET } from '@/lib/domain/zona'

const DAY_MS = 24 * 60 * 60 * 1000

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

/** Nothing here is older than 1970, and a moment before the year 1 is more than every driver can say: what is earlier means the same. */
const moment = (ms: number) => new Date(Math.max(0, ms))

/** An instant, or a whole day in WIB; as the first moment that does (`dari`) or no longer (`sampai`) belong to it. */
export const bound = (edge: 'dari' | 'sampai') =>
  z
    .string()
    .transform((value, ctx): Date => {
      const after = edge === 'dari' ? 0 : 1
      if (day.safeParse(value).success) return moment(Date.parse(`${value}T00:00:00${WIB_OFFSET}`) + after * DAY_MS)
      if (instant.safeParse(value).success) return moment(Date.parse(value) + after)
      ctx.addIssue({ code: 'custom', message: 'time' })
      return z.NEVER
    })
    .optional()
    .meta({ type: 'string' })
