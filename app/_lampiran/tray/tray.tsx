'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { iconOf } from '@/app/_jenis/jenis'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { formatSize } from '@/app/_ui/size'
import { Spinner } from '@/app/_ui/spinner'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import { DURASI_MAX, LAMPIRAN_SEKALIGUS } from '@/lib/domain/lampiran'
import styles from './tray.module.css'
import type { TrayItem, TrayState } from './use-tray'

/** What will go with the next pesan, and what cannot, with the reason. */
export function Tray({ tray: { items, leftOut, ready, setKeterangan, remove, forgetLeftOut } }: { tray: TrayState }) {
  const t = useTranslations('lampiran.baki')
  const kept = items.filter(({ problem }) => !problem)
  return (
    <>
      <div role="alert" className={styles.problems}>
        {items.map((item) => item.problem && <Problem key={item.id} item={item} onClose={() => remove(item.id)} />)}
        {leftOut.length > 0 && <LeftOut names={leftOut} onClose={forgetLeftOut} />}
      </div>
      {kept.length > 0 && (
        <div className={styles.tray}>
          <ul className={styles.items} aria-label={t('nama')}>
            {kept.map((item) => (
              <Chosen
                key={item.id}
                item={item}
                onDescribe={kept.length > 1 && item.berkas?.tipe === 'image' ? (keterangan) => setKeterangan(item.id, keterangan) : null}
                onRemove={() => remove(item.id)}
              />
            ))}
          </ul>
          {ready > 0 && <p className={styles.hint}>{t('keterangan', { jumlah: kept.length })}</p>}
        </div>
      )}
    </>
  )
}

/** Characters of what is said about one picture; longer words belong into a pesan of their own. */
const KETERANGAN_MAX = 500

interface ChosenProps {
  readonly item: TrayItem
  /** null where there is one of them, whose words are those of the pesan. */
  readonly onDescribe: ((keterangan: string) => void) | null
  readonly onRemove: () => void
}

function Chosen({ item: { nama, ukuran, berkas, keterangan }, onDescribe, onRemove }: ChosenProps) {
  const t = useTranslations('lampiran.baki')
  const locale = useLocale()
  return (
    <li className={styles.item}>
      <span className={styles.preview}>
        {!berkas ? <Spinner /> : berkas.tipe === 'image' ? <Preview berkas={berkas} /> : <Icon name={iconOf(berkas.tipe)} />}
      </span>
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {nama}
        </span>
        {onDescribe ? (
          <input
            className={styles.caption}
            aria-label={t('tentang', { nama })}
            placeholder={t('isian')}
            value={keterangan}
            maxLength={KETERANGAN_MAX}
            autoComplete="off"
            enterKeyHint="next"
            onChange={({ target }) => onDescribe(target.value)}
            onKeyDown={toNext}
          />
        ) : (
          <span className={styles.size}>{berkas ? formatSize(ukuran, locale) : t('menyiapkan')}</span>
        )}
      </span>
      <Button variant="quiet" size="sm" icon="close" iconOnly onClick={onRemove}>
        {t('lepas', { nama })}
      </Button>
    </li>
  )
}

/** Enter leads to what is said about the next one. */
function toNext(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  const all = [...(event.currentTarget.closest('ul')?.querySelectorAll('input') ?? [])]
  all[all.indexOf(event.currentTarget) + 1]?.focus()
}

function Preview({ berkas }: { berkas: Berkas }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(berkas.isi)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [berkas])
  // biome-ignore lint/performance/noImgElement: it is on this device only
  return url ? <img src={url} alt="" /> : null
}

function Problem({ item: { nama, ukuran, problem }, onClose }: { item: TrayItem; onClose: () => void }) {
  const t = useTranslations('lampiran')
  const locale = useLocale()
  if (!problem) return null
  const limits = { ukuran: formatSize(ukuran, locale), batas: formatSize(problem.batas, locale), menit: DURASI_MAX / 60 }
  return (
    <Said nama={nama} onClose={onClose}>
      <strong dir="auto" className={styles.name}>
        {nama}
      </strong>{' '}
      <span>{t(`tolak.${problem.alasan}`, limits)}</span>
    </Said>
  )
}

/** How many files are called by their names. */
const NAMED = 3

function LeftOut({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const t = useTranslations('lampiran.tolak')
  const more = names.length - NAMED
  const nama = new Intl.ListFormat(useLocale()).format(more > 0 ? [...names.slice(0, NAMED), t('lainnya', { jumlah: more })] : names)
  return (
    <Said nama={nama} onClose={onClose}>
      {t('banyak', { batas: LAMPIRAN_SEKALIGUS, nama })}
    </Said>
  )
}

/** Words about what does not go along, until they are put away. */
function Said({ nama, onClose, children }: { nama: string; onClose: () => void; children: ReactNode }) {
  const t = useTranslations('lampiran.baki')
  return (
    <div className={styles.problem}>
      <p>{children}</p>
      <Button variant="quiet" size="sm" icon="close" iconOnly onClick={onClose}>
        {t('tutup', { nama })}
      </Button>
    </div>
  )
}
