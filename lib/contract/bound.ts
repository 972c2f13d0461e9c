import { z } from 'zod'

const DAY_MS = 24 * 60 * 60 * 1000

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

/** An instant, or a whole day in WIB; as the first moment that does (`dari`) or no longer (`sampai`) belong to it. */
export const bound = (edge: 'dari' | 'sampai') =>
  z
    .string()
    .transform((value, ctx): Date => {
      const after = edge === 'dari' ? 0 : 1
      if (day.safeParse(value).success) return new Date(Date.parse(`${value}T00:00:00+07:00`) + after * DAY_MS)
      if (instant.safeParse(value).success) return new Date(Date.parse(value) + after)
      ctx.addIssue({ code: 'custom', message: 'time' })
      return z.NEVER
    })
    .optional()
    .meta({ type: 'string' })
