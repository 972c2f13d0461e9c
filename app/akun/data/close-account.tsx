'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { ProofForm } from '@/app/akun/proof-form'
import { wipeLocal } from '@/lib/client/account/wipe-device'
import { ask } from '@/lib/client/api/api'

/** Closes the account after password and code; this device keeps nothing of it, as after signing out. */
export function CloseAccount({ withKode }: { withKode: boolean }) {
  const t = useTranslations('akun.tutup')
  const tu = useTranslations('umum')
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Dialog
        title={t('tanya')}
        description={t('akibat')}
        closeLabel={tu('tutup')}
        trigger={<Button variant="danger">{t('tombol')}</Button>}
        open={open}
        onOpenChange={setOpen}
      >
        <ProofForm
          withKode={withKode}
          name={t('tombol')}
          danger
          send={async (proven) => {
            await ask('DELETE /akun', { json: proven })
            await wipeLocal().catch(() => {})
            location.assign('/masuk')
          }}
        />
      </Dialog>
    </div>
  )
}
