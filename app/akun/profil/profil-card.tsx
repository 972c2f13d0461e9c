'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useSubmission } from '@/app/_form/use-submission'
import { Facts } from '@/app/_profil/facts'
import styles from '@/app/_profil/profil.module.css'
import { ProfilDialog } from '@/app/_profil/profil-dialog'
import { missingOf } from '@/app/_profil/profil-fields'
import { umurToday, useAgeAndSex } from '@/app/_profil/words'
import { Alert } from '@/app/_ui/alert'
import { Avatar } from '@/app/_ui/avatar'
import { Chip } from '@/app/_ui/badge'
import { Button, LinkButton } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Dialog, DialogActions, DialogClose } from '@/app/_ui/dialog/dialog'
import { ask } from '@/lib/client/api/api'
import type { ProfilView } from '@/lib/contract/profil'

/** Somebody who is treated: what is known, what is missing, and what can be done about it. */
export function ProfilCard({ profil }: { profil: ProfilView }) {
  const t = useTranslations('profil')
  const router = useRouter()
  const [editing, setEditing] = useState(false)
  const { id, nama, hubungan, diarsipkan_pada } = profil
  const isArchived = diarsipkan_pada !== null
  const missing = missingOf(profil)
  return (
    <Card className={styles.stack} tone={isArchived ? 'sunk' : 'plain'}>
      <Who profil={profil} />
      <Facts profil={profil} />
      {!isArchived && missing.length > 0 && (
        <p>
          <Chip tone="attention">
            {t('halaman.kurang', { apa: missing.map((one) => t(`isian.${one}`).toLocaleLowerCase()).join(', ') })}
          </Chip>
        </p>
      )}
      <div className={styles.actions}>
        {!isArchived && (
          <Button aria-label={t('halaman.ubahNama', { nama })} onClick={() => setEditing(true)}>
            {t('halaman.ubah')}
          </Button>
        )}
        <LinkButton href={`/akun/profil/${id}`} icon="eye" aria-label={t('halaman.pembacaNama', { nama })}>
          {t('halaman.pembaca')}
        </LinkButton>
        {!isArchived && hubungan !== 'diri' && <ArchiveButton profil={profil} />}
      </div>
      {editing && (
        <ProfilDialog title={t('halaman.ubahNama', { nama })} profil={profil} onOpenChange={setEditing} onKept={() => router.refresh()} />
      )}
    </Card>
  )
}

function Who({ profil: { id, nama, hubungan, tanggal_lahir, jenis_kelamin } }: { profil: ProfilView }) {
  const t = useTranslations('profil')
  const said = useAgeAndSex()({ umur: umurToday(tanggal_lahir), jenis_kelamin })
  return (
    <div className={styles.head}>
      <Avatar name={nama} seed={id} letters />
      <div>
        <h3 className={styles.name}>
          <bdi>{nama}</bdi>
        </h3>
        <p className={styles.hint}>{[t(`hubungan.${hubungan}`), said].filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  )
}

/** Asks first: it cannot be taken back. */
function ArchiveButton({ profil: { id, nama } }: { profil: ProfilView }) {
  const t = useTranslations('profil.halaman')
  const tu = useTranslations('umum')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, message, submit } = useSubmission(form)
  const archive = () =>
    submit(async () => {
      await ask('DELETE /profil/{id}', { id })
      router.refresh()
      return true
    })
  return (
    <Dialog
      title={t('arsipkanTanya', { nama })}
      description={t('arsipkanIsi')}
      closeLabel={tu('tutup')}
      trigger={<Button aria-label={t('arsipkanNama', { nama })}>{t('arsipkan')}</Button>}
    >
      {message && (
        <Alert tone="danger" role="alert">
          <p>{message}</p>
        </Alert>
      )}
      <DialogActions>
        <DialogClose>
          <Button>{tu('batal')}</Button>
        </DialogClose>
        <Button variant="danger" busy={busy} onClick={() => void archive()}>
          {t('arsipkan')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Adds somebody of the family. */
export function AddProfil() {
  const t = useTranslations('profil.baru')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button variant="primary" icon="plus" onClick={() => setOpen(true)}>
        {t('tambah')}
      </Button>
      {open && <ProfilDialog title={t('tambah')} profil={null} onOpenChange={setOpen} onKept={() => router.refresh()} />}
    </div>
  )
}
