'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/app/_ui/alert'
import { Chip } from '@/app/_ui/badge'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Time } from '@/app/_ui/time/time'
import { ask } from '@/lib/client/api/api'
import type { SesiView } from '@/lib/contract/akun'
import styles from './sesi-list.module.css'

/** Instead of an id: all but this one. */
const OTHERS = 'lain'

/** Where one is signed in; what one does not know can be ended, each by itself or all others at once. */
export function SesiList({ sesi }: { sesi: readonly SesiView[] }) {
  const t = useTranslations('akun.sesi')
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [told, setTold] = useState<'diakhiri' | 'gagal' | null>(null)

  const end = async (which: string) => {
    setBusy(which)
    const ending = which === OTHERS ? ask('DELETE /akun/sesi') : ask('DELETE /akun/sesi/{id}', { id: which })
    const done = await ending.then(
      () => true,
      () => false,
    )
    setTold(done ? 'diakhiri' : 'gagal')
    setBusy(null)
    router.refresh()
  }

  return (
    <div className={styles.part}>
      {told && (
        <Alert tone={told === 'gagal' ? 'danger' : 'success'} role={told === 'gagal' ? 'alert' : 'status'}>
          <p>{t(told)}</p>
        </Alert>
      )}
      <Card flush>
        <ul className={styles.list} aria-label={t('judul')}>
          {sesi.map(({ id, perangkat, alamat, dibuat_pada, terakhir_dipakai, ini }) => (
            <li key={id} className={styles.row}>
              <div className={styles.words} id={`sesi-${id}`}>
                <p className={styles.name}>
                  {perangkat ?? t('tidakDikenal')} {ini && <Chip tone="primary">{t('ini')}</Chip>}
                </p>
                <p className={styles.detail}>
                  {t('dipakai')} <Time iso={terakhir_dipakai} format="full" />
                </p>
                <p className={styles.detail}>
                  {t('masuk')} <Time iso={dibuat_pada} format="full" /> {alamat && t('dari', { alamat })}
                </p>
              </div>
              {!ini && (
                <Button size="sm" aria-describedby={`sesi-${id}`} busy={busy === id} onClick={() => end(id)}>
                  {t('akhiri')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {sesi.length > 1 && (
        <div>
          <Button icon="sign-out" busy={busy === OTHERS} onClick={() => end(OTHERS)}>
            {t('akhiriLain')}
          </Button>
        </div>
      )}
    </div>
  )
}
