import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { findSesi } from '@/lib/data/sesi'
import type { Actor, Peran } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { mustSetUpFactor } from '@/lib/policy/faktor-kedua'
import { ADDRESS_HEADER } from './address'
import { noteAsker } from './asker'
import { readCookie, sessionCookieName } from './cookie'
import { hashOf } from './token'

/** Who looks at this page, if anybody; asked once for each request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const sent = await headers()
  // As the API reads it: of two cookies of one name both must take the same one.
  const token = readCookie(sent.get('cookie'), sessionCookieName())
  const signedIn = token ? await findSesi(hashOf(token), null, sent.get(ADDRESS_HEADER)) : null
  if (signedIn) noteAsker(sent.get('x-request-id') ?? '', signedIn.actor.id)
  return signedIn?.actor ?? null
})

/**
 * Lets only this role in. Each page of a wing asks, not only its layout: a layout is not run again when one moves between its pages.
 * Nobody signed in is sent to sign in and back; whoever must first set up a second factor is sent to do so; somebody else's wing is 403.
 */
export async function requireWing(peran: Peran): Promise<Actor> {
  const actor = await requireSignedIn(peran)
  if (isWalled(actor)) redirect(FACTOR_PAGE)
  if (actor.peran !== peran) forbidden()
  return actor
}

/** The pages about one's own account: for everybody who is signed in. */
export async function requireAkun(): Promise<Actor> {
  const actor = await requireSignedIn('akun')
  if (isWalled(actor)) redirect(FACTOR_PAGE)
  return actor
}

/** The same for the one page that is open before a second factor is set up, and for the frame around it. */
export const requireAkunBeforeFactor = (): Promise<Actor> => requireSignedIn('akun')

/** Must this person set up a second factor before anything else (REQUIRE_2FA)? */
export const isWalled = (actor: Actor): boolean => mustSetUpFactor(actor, env().requireFaktorKedua)

/** The address that this person is still asked to confirm, if any. */
export const unconfirmedEmail = ({ email, emailDikonfirmasi }: Actor): string | null => (emailDikonfirmasi ? null : email)

const FACTOR_PAGE = '/akun/keamanan'

async function requireSignedIn(wing: Peran | 'akun'): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect(`/masuk?callbackUrl=${encodeURIComponent(await currentPath(wing))}`)
  return actor
}

/** Where the reader wanted to go: only for the way back, never for access. */
const currentPath = async (wing: string): Promise<string> => {
  const path = (await headers()).get('x-sapa-path')
  return path?.startsWith(`/${wing}`) ? path : `/${wing}`
}

/** Shows a refused reader the page that belongs to the refusal; anything unexpected goes on. */
export function answerRefusal(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not_found') notFound()
  if (error instanceof Refusal && error.code === 'forbidden') forbidden()
  throw error
}
