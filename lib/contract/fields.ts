import { z } from 'zod'
import { PER_PAGE_DEFAULT, PER_PAGE_MAX } from '@/lib/domain/pesan'
import { isName, isPlainText, lengthOf } from '@/lib/domain/text'

/**
 * Text that people type: trimmed as `String.prototype.trim` does, `min` to `max` code points, without NUL or unpaired surrogates.
 * An issue's message is a key of the catalogue (`api.validasi`), its params fill that text.
 */
export const text = (min: number, max: number) => textThat(isPlainText, min, max)

/** The same in one line that is seen, for names: nothing in it breaks or turns what stands around it. */
export const line = (min: number, max: number) => textThat(isName, min, max)

/** The same in several lines, for addresses. */
export const lines = (min: number, max: number) =>
  textThat((value) => value.split('\n').every((one) => one.trim() === '' || isName(one)), min, max)

const textThat = (isKept: (text: string) => boolean, min: number, max: number) =>
  z
    .string()
    .trim()
    .superRefine((value, ctx) => {
      const length = lengthOf(value)
      const refuse = (message: string, params = {}) => ctx.addIssue({ code: 'custom', message, params })
      if (!isKept(value)) refuse('not_text')
      else if (length === 0 && min > 0) refuse('required')
      else if (length < min) refuse('too_short', { min })
      else if (length > max) refuse('too_long', { max })
    })
    .meta({ minLength: min, maxLength: max })

/** The client makes a `client_id` once for what it composed: sending the same one again is answered with what that was. */
export const clientId = z
  .guid('uuid')
  .transform((id) => id.toLowerCase())
  .nullish()

/** A calendar day, `YYYY-MM-DD`, of a year that a person may live to see. */
export const day = z.iso.date('date').refine((value) => value >= '1900-01-01' && value <= '2199-12-31', 'date')

/** A whole number in a query: digits only, up to 2^53 - 1. */
export const digits = z
  .string()
  .regex(/^\d{1,16}$/, 'number')
  .transform(Number)
  .refine(Number.isSafeInteger, 'number')

export const cursorNumber = digits.meta({ type: 'integer', minimum: 0 })

/** 1 to 100; what is outside is refused, never silently changed. */
export const perPage = digits
  .refine((n) => n >= 1 && n <= PER_PAGE_MAX, { error: 'between', params: { min: 1, max: PER_PAGE_MAX } })
  .default(PER_PAGE_DEFAULT)
  .meta({ type: 'integer', minimum: 1, maximum: PER_PAGE_MAX })

/** The place after a row in a list by (time, id), as an opaque word. */
export interface TimeCursor {
  readonly pada: Date
  readonly id: string
  /** In a list that begins with what cannot wait: among those. */
  readonly mendesak?: boolean
}

const TIME_CURSOR = /^(!?)(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const writeTimeCursor = ({ pada, id, mendesak }: TimeCursor): string =>
  btoa(`${mendesak ? '!' : ''}${pada.getTime()}.${id}`).replace(/=+$/, '')

/** @returns null when this is no cursor of ours */
function readTimeCursor(cursor: string): TimeCursor | null {
  const [, first, time, id] = TIME_CURSOR.exec(decodeBase64(cursor)) ?? []
  const pada = new Date(Number(time))
  return id === undefined || Number.isNaN(pada.getTime()) ? null : { pada, id, mendesak: first === '!' }
}

/** @returns '' when it is none */
export function decodeBase64(base64: string): string {
  try {
    return /^[A-Za-z0-9+/]+$/.test(base64) ? atob(base64) : ''
  } catch {
    return ''
  }
}

export const timeCursor = z
  .string()
  .transform((value, ctx) => {
    const cursor = readTimeCursor(value)
    if (!cursor) ctx.addIssue({ code: 'custom', message: 'cursor' })
    return cursor ?? z.NEVER
  })
  .optional()
  .meta({ type: 'string' })

/** The place after a row in a dokter's order of the desk (`lib/data/meja-list.ts`), as an opaque word. */
export interface MejaCursor {
  readonly golongan: number
  readonly kunci: number
  readonly id: string
}

const MEJA_CURSOR = /^m([0-3])\.(-?\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const writeMejaCursor = ({ golongan, kunci, id }: MejaCursor): string => btoa(`m${golongan}.${kunci}.${id}`).replace(/=+$/, '')

function readMejaCursor(cursor: string): MejaCursor | null {
  const [, golongan, kunci, id] = MEJA_CURSOR.exec(decodeBase64(cursor)) ?? []
  return id === undefined ? null : { golongan: Number(golongan), kunci: Number(kunci), id }
}

/** A cursor of a list in either order. */
export const listCursor = z
  .string()
  .transform((value, ctx) => {
    const cursor = readTimeCursor(value) ?? readMejaCursor(value)
    if (!cursor) ctx.addIssue({ code: 'custom', message: 'cursor' })
    return cursor ?? z.NEVER
  })
  .optional()
  .meta({ type: 'string' })
