'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/app/_ui/dialog/dialog'
import type { Peran } from '@/lib/domain/pengguna'
import { DeviceChoices } from './device-choices'
import styles from './kabar.module.css'

interface Props {
  penggunaId: string
  peran: Peran
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** How this person is told on this device, and the way to what they are told of at all. */
export function KabarDialog({ penggunaId, peran, ...dialog }: Props) {
  const t = useTranslations('kabar')
  return (
    <Dialog title={t('judul')} description={t('uraian')} closeLabel={t('tutup')} {...dialog}>
      <DeviceChoices penggunaId={penggunaId} peran={peran} />
      <p className={styles.more}>
        <Link href="/akun/kabar" prefetch={false} onClick={() => dialog.onOpenChange(false)}>
          {t('semuaPilihan')}
        </Link>
      </p>
    </Dialog>
  )
}
