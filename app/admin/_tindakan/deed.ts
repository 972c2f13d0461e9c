import { ask } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'

type DeedCall =
  | 'PUT /admin/dokter/{id}/verifikasi'
  | 'PUT /admin/pengguna/{id}/status'
  | 'DELETE /admin/pengguna/{id}/faktor-kedua'
  | 'DELETE /admin/pengguna/{id}/sesi'
  | 'DELETE /pesan/{id}'

/** What a button asks of the API, and what to say when it is done. The reason is asked for where it needs one. */
export type Deed = { [Name in DeedCall]: OneDeed<Name> }[DeedCall]

interface OneDeed<Name extends DeedCall> {
  readonly call: Name
  readonly id: string
  readonly json?: Omit<JsonOf<Name>, 'alasan'>
  readonly done: string
}

/** @throws ApiError, NetworkError */
export const perform = ({ call, id, json }: Deed, alasan?: string) =>
  ask(call, { id, json: { ...json, ...(alasan && { alasan }) } as JsonOf<DeedCall> })
