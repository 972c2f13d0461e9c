'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { ProofForm } from '@/app/akun/proof-form'
import { askFor } from '@/lib/client/api/api'

const DEEDS = {
  buatKode: { call: 'PUT /akun/faktor-kedua/kode-pemulihan', danger: false, title: 'buatKode' },
  matikan: { call: 'DELETE /akun/faktor-kedua', danger: true, title: 'matikanJudul' },
} as const

/** Asks for password and code, then makes new recovery codes or turns the second factor off. `onDone` gets the new codes, if any. */
export function ProofDialog({ deed, onDone }: { deed: keyof typeof DEEDS; onDone: (codes: readonly string[]) => void }) {
  const t = useTranslations('akun.faktor')
  const tu = useTranslations('umum')
  const [open, setOpen] = useState(false)
  const { call, danger, title } = DEEDS[deed]
  return (
    <Dialog
      title={t(title)}
      description={t(`${deed}Isi`)}
      closeLabel={tu('tutup')}
      trigger={<Button>{t(deed)}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <ProofForm
        withKode
        name={t(deed)}
        danger={danger}
        send={async (proof) => {
          const { data } = await askFor(call, { json: proof })
          setOpen(false)
          onDone(data?.kode_pemulihan ?? [])
        }}
      />
    </Dialog>
  )
}
