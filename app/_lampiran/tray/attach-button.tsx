'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ChangeEvent, useRef } from 'react'
import { iconOf } from '@/app/_jenis/jenis'
import { useLowData } from '@/app/_jenis/shared/use-low-data'
import { Button } from '@/app/_ui/button'
import { Menu, MenuCheckbox, MenuItem, MenuLabel, MenuSeparator } from '@/app/_ui/menu/menu'
import { formatSize } from '@/app/_ui/size'
import { chooseLowData } from '@/lib/client/device/low-data'
import { TIPE_ISI_DIKIRIM, type TipeIsiDikirim } from '@/lib/domain/jenis-pesan'
import { DURASI_MAX, UKURAN_MAX } from '@/lib/domain/lampiran'
import styles from './beside-tray.module.css'

/** What the system's own chooser offers; what a file really is decides. */
const ACCEPT = 'image/*,application/pdf,audio/*,.heic,.heif'

interface Props {
  readonly disabled: boolean
  readonly onFiles: (files: Iterable<File>) => void
  readonly onCompose: (tipe: TipeIsiDikirim) => void
}

/** Choose files, take a photo, or compose what has content of its own. The limits stand in the menu, before anything is chosen. */
export function AttachButton({ disabled, onFiles, onCompose }: Props) {
  const t = useTranslations('lampiran')
  const tj = useTranslations('umum.jenis')
  const locale = useLocale()
  const lowData = useLowData()
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])])
    // The same file may be chosen again.
    target.value = ''
  }
  const trigger = (
    <Button variant="quiet" icon="paperclip" iconOnly disabled={disabled}>
      {t('tombol')}
    </Button>
  )
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem icon="image" onSelect={() => chooser.current?.click()}>
          {t('pilih')}
        </MenuItem>
        <MenuItem icon="camera" onSelect={() => camera.current?.click()}>
          {t('ambilFoto')}
        </MenuItem>
        {TIPE_ISI_DIKIRIM.map((tipe) => (
          <MenuItem key={tipe} icon={iconOf(tipe)} onSelect={() => onCompose(tipe)}>
            {tj(tipe)}
          </MenuItem>
        ))}
        <MenuLabel>
          <span className={styles.limits}>{t('batas', { ukuran: formatSize(UKURAN_MAX.file, locale), menit: DURASI_MAX / 60 })}</span>
        </MenuLabel>
        <MenuSeparator />
        <MenuCheckbox checked={lowData === true} onChange={chooseLowData}>
          {t('hematData')}
        </MenuCheckbox>
      </Menu>
      <input ref={chooser} type="file" hidden multiple accept={ACCEPT} aria-label={t('pilih')} onChange={onChange} />
      <input ref={camera} type="file" hidden accept="image/*" capture="environment" aria-label={t('ambilFoto')} onChange={onChange} />
    </>
  )
}
