'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmailField } from '@/app/_form/email-field'
import { Alert } from '@/app/_ui/alert'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog/dialog'
import { ask } from '@/lib/client/api/api'
import { EMAIL_MAX } from '@/lib/domain/pengguna'
import styles from './akun.module.css'
import { ProofForm } from './proof-form'

/** Asks for another address, which waits for its letter to be followed. */
export function EmailForm({ wanted, withKode }: { wanted: string | null; withKode: boolean }) {
  const t = useTranslations('akun.email')
  const tu = useTranslations('umum')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.stack}>
      {wanted && (
        <Alert tone="attention" role="status">
          <p>{t('menunggu', { email: wanted })}</p>
        </Alert>
      )}
      <div>
        <Dialog
          title={t('tombol')}
          description={t('isi')}
          closeLabel={tu('tutup')}
          trigger={<Button>{t('tombol')}</Button>}
          open={open}
          onOpenChange={setOpen}
        >
          <ProofForm
            withKode={withKode}
            name={t('kirim')}
            fields={(errors) => <EmailField label={t('baru')} autoComplete="email" maxLength={EMAIL_MAX} errors={errors.email} />}
            send={async (proven) => {
              await ask('PUT /akun/email', { json: { ...proven, email: proven.email ?? '' } })
              setOpen(false)
              router.refresh()
            }}
          />
        </Dialog>
      </div>
    </div>
  )
}
