import type { IssueDokumen, Terisi } from '@/lib/contract/dokumen'

/** What a dokter asks for, without how it is told twice. */
export type Diminta = Terisi & Pick<IssueDokumen, 'menggantikan' | 'alasan'>

/** What a dokumen is prepared from. */
export const askedOf = (konsultasi: string, diminta: Diminta, clientId: string | null) => {
  const { jenis, menggantikan } = diminta
  return { konsultasi, jenis, clientId, menggantikan, diminta }
}

export type Asked = ReturnType<typeof askedOf>
