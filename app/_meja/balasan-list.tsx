'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { FormAlert } from '@/app/_form/form-alert'
import { useSubmission } from '@/app/_form/use-submission'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Dialog, DialogActions, DialogClose } from '@/app/_ui/dialog/dialog'
import { ask } from '@/lib/client/api/api'
import type { BalasanView } from '@/lib/contract/balasan-cepat'
import { BalasanDialog } from './balasan-form'
import { balasanChanged } from './known-balasan'
import styles from './meja.module.css'

const EMPTY = { pintasan: '', judul: '', isi: '' }

/** Quick replies with their words; whoever keeps them changes and drops them here. */
export function BalasanList({ all, isKept, label }: { all: readonly BalasanView[]; isKept: boolean; label: string }) {
  const t = useTranslations('meja.balasan')
  const router = useRouter()
  const [editing, setEditing] = useState<BalasanView | null>(null)
  const [adding, setAdding] = useState(false)
  return (
    <div className={styles.stack}>
      {all.length === 0 ? (
        <p className={styles.hint}>{t('kosong')}</p>
      ) : (
        <ul className={styles.list} aria-label={label}>
          {all.map((balasan) => (
            <li key={balasan.id}>
              <Card className={styles.stack}>
                <div>
                  <h3 className={styles.name}>
                    <bdi>{balasan.judul}</bdi>
                  </h3>
                  <p className={styles.hint}>
                    <bdi>/{balasan.pintasan}</bdi>
                  </p>
                </div>
                <p className={styles.words} dir="auto">
                  {balasan.isi}
                </p>
                {isKept && (
                  <div className={styles.actions}>
                    <Button size="sm" aria-label={t('ubahNama', { judul: balasan.judul })} onClick={() => setEditing(balasan)}>
                      {t('ubah')}
                    </Button>
                    <DropButton balasan={balasan} />
                  </div>
                )}
              </Card>
            </li>
          ))}
        </ul>
      )}
      {isKept && (
        <div>
          <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('tambah')}
          </Button>
        </div>
      )}
      {adding && <BalasanDialog balasan={EMPTY} open onOpenChange={setAdding} onKept={() => router.refresh()} />}
      {editing && <BalasanDialog balasan={editing} open onOpenChange={() => setEditing(null)} onKept={() => router.refresh()} />}
    </div>
  )
}

/** Asks first. */
function DropButton({ balasan: { id, judul } }: { balasan: BalasanView }) {
  const t = useTranslations('meja.balasan')
  const tu = useTranslations('umum')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, message, submit } = useSubmission(form)
  const drop = () =>
    submit(async () => {
      await ask('DELETE /balasan-cepat/{id}', { id })
      balasanChanged()
      router.refresh()
      return true
    })
  return (
    <Dialog
      title={t('hapusTanya', { judul })}
      description={t('hapusIsi')}
      closeLabel={tu('tutup')}
      trigger={
        <Button size="sm" variant="quiet" aria-label={t('hapusNama', { judul })}>
          {t('hapus')}
        </Button>
      }
    >
      <FormAlert message={message} errors={{}} />
      <DialogActions>
        <DialogClose>
          <Button>{tu('batal')}</Button>
        </DialogClose>
        <Button variant="danger" busy={busy} onClick={() => void drop()}>
          {t('hapus')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
