import { fromString, fromUUID, toUUID, typeidUnboxed } from 'typeid-js'

/** The nouns that have an id of their own. */
export type IdPrefix = 'pengguna' | 'konsultasi' | 'pesan' | 'lampiran' | 'audit' | 'sesi' | 'profil' | 'dokumen' | 'permintaan' | 'balasan'

/** A prefix and a UUIDv7 in Crockford's base32, as in https://github.com/jetify-com/typeid: 26 characters, the first at most 7. */
const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/

/** A new UUIDv7, as the database keeps it. Time-ordered for the sake of its index only: no order is ever read from it. */
export const newUuid = (): string => toUUID(typeidUnboxed('id'))

/** What clients see of a `uuid` column. */
export const toId = (prefix: IdPrefix, uuid: string): string => fromUUID(uuid, prefix)

/** The UUID behind an id, or null when it is malformed or names another noun: such an id is 404 in a path, never an error. */
export function uuidOf(prefix: IdPrefix, id: unknown): string | null {
  if (typeof id !== 'string' || !id.startsWith(`${prefix}_`) || !SUFFIX.test(id.slice(prefix.length + 1))) return null
  try {
    return toUUID(fromString(id, prefix))
  } catch {
    // Most suffixes of the right form are no UUID of a known version.
    return null
  }
}
