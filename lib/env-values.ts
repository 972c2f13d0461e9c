import { isIP } from 'node:net'
import { z } from 'zod'
import { PERAN } from '@/lib/domain/pengguna'

/** The kinds of single settings: what each must look like, said without its value. */

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`)

export const portNumber = wholeNumber(1, 65535)

export const processes = wholeNumber(1, 64)

export const yesOrNo = z.stringbool({ error: 'must be true or false' })

export const databaseUrl = z.string().refine((value) => urlOf(value, ['postgresql:', 'postgres:']), 'must be a postgresql:// address')

export const webUrl = z.string().refine((value) => urlOf(value, ['http:', 'https:']), 'must be an http:// or https:// address')

export const secret = z.string().min(32, 'must have 32 characters or more')

export const hours = z
  .string()
  .regex(/^\d{1,6}(\.\d+)?$/, 'must be a number of hours, such as 24 or 0.5')
  .transform(Number)
  .refine((value) => value > 0, 'must be more than 0')

export const minutes = z
  .string()
  .regex(/^\d{1,6}(\.\d+)?$/, 'must be a number of minutes, such as 30 or 0.5')
  .transform(Number)
  .refine((value) => value > 0, 'must be more than 0')

export const share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a number from 0 to 1, such as 0.1')

export const proxies = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isNetwork), 'must be addresses or networks such as 10.0.0.1, 10.0.0.0/8, separated by commas')

export const roles = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((role) => role.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(PERAN, { error: 'must be roles such as admin,dokter' })))

export const smtpUrl = z.string().refine((value) => urlOf(value, ['smtp:', 'smtps:']), 'must be an smtp:// or smtps:// address')

export const mailFrom = z
  .string()
  .regex(
    /^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    'must be an address such as klinik@example.id or Klinik <klinik@example.id>',
  )

/** What people call somebody, in one line. */
export const shortName = z
  .string()
  .trim()
  .regex(/^\P{Cc}{1,100}$/u, 'must be one line of 100 characters or less')

/** How people reach somebody, as a link could: an e-mail address, a page, or a telephone number. */
export const contact = z
  .string()
  .trim()
  .refine(
    (value) => z.email().safeParse(value).success || urlOf(value, ['https:']) || /^\+\d[\d -]{5,24}$/.test(value),
    'must be an e-mail address, an https:// address or a telephone number such as +62 21 555 0100',
  )

export const vapidKey = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url')
    .refine((value) => Buffer.from(value, 'base64url').length === bytes, `must be ${bytes} bytes as base64url`)

export const vapidSubject = z.string().refine((value) => urlOf(value, ['mailto:', 'https:']), 'must be a mailto: or https: address')

/** Stands in for the push services of browsers in tests; only a program on this machine can be one. */
export const loopbackOrigin = z
  .string()
  .refine(
    (value) => URL.canParse(value) && isLoopback(new URL(value).hostname) && new URL(value).origin === value,
    'must be http://127.0.0.1:PORT',
  )

/** Whether only programs on this machine can reach the address. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^::ffff:/i, '')
  return host === 'localhost' || host === '::1' || (isIP(address) === 4 && address.startsWith('127.'))
}

function urlOf(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

function isNetwork(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/')
  const bits = isIP(address) === 4 ? 32 : 128
  return isIP(address) > 0 && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}
