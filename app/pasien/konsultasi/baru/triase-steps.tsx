import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { RadioCards } from '@/app/_ui/field/radio-cards'
import { TextField } from '@/app/_ui/field/text-field'
import { askFor } from '@/lib/client/api/api'
import type { KuesionerView } from '@/lib/contract/triase'
import styles from './baru.module.css'

type Pertanyaan = KuesionerView['pertanyaan'][number]
export type Jawaban = Readonly<Record<string, boolean | number | string>>

interface Props {
  readonly profilId: string | undefined
  readonly jawaban: Jawaban
  /** What is wrong with an answer, under `jawaban.<kode>`. */
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly onAnswer: (jawaban: Jawaban) => void
}

/** What is asked before a booking, one question at a time. Each can be passed over, and where they cannot be had nobody misses them. */
export function TriaseSteps({ profilId, jawaban, errors, onAnswer }: Props) {
  const t = useTranslations('bahaya.langkah')
  const all = useKuesioner(profilId)
  const [at, setAt] = useState(0)
  const group = useRef<HTMLElement>(null)
  const moved = useRef(false)
  const id = useId()
  const asked = all.filter(({ bila }) => !bila || jawaban[bila.kode] === bila.jawaban)
  const now = asked[at]
  useEffect(() => {
    if (moved.current && at >= 0) group.current?.focus()
  }, [at])
  const wrong = asked.findIndex(({ kode }) => errors[`jawaban.${kode}`])
  useEffect(() => {
    if (wrong >= 0) setAt(wrong)
  }, [wrong])
  if (asked.length === 0) return null
  const go = (place: number) => {
    moved.current = true
    setAt(place)
  }
  const answer = (kode: string, value: boolean | number | string | null) => {
    const { [kode]: _, ...others } = jawaban
    onAnswer(value === null ? others : { ...others, [kode]: value })
  }
  const isAnswered = now !== undefined && jawaban[now.kode] !== undefined
  /** A finger or a mouse goes on by itself; the arrows of a keyboard choose on their way, and "Lanjut" goes on. */
  const onClick = (event: MouseEvent) => {
    if (event.detail > 0 && event.target instanceof HTMLInputElement && event.target.type === 'radio') go(at + 1)
  }
  return (
    <section ref={group} className={styles.steps} aria-labelledby={id} tabIndex={-1}>
      <h2 id={id} className={styles.stepsTitle}>
        {t('judul')}
      </h2>
      {now ? (
        <>
          <p className={styles.urgent} aria-live="polite">
            {t('ke', { ke: at + 1, jumlah: asked.length })}. {t('isi')}
          </p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears of the radios inside, which a keyboard reaches */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a keyboard goes on with the button below */}
          <div onClick={onClick}>
            <Question
              key={`${profilId} ${now.kode}`}
              of={now}
              given={jawaban[now.kode]}
              errors={errors[`jawaban.${now.kode}`]}
              onAnswer={(value) => answer(now.kode, value)}
            />
          </div>
          <div className={styles.stepsFoot}>
            {at > 0 && (
              <Button size="sm" variant="quiet" onClick={() => go(at - 1)}>
                {t('kembali')}
              </Button>
            )}
            <Button size="sm" onClick={() => go(at + 1)}>
              {t(isAnswered ? 'lanjut' : 'lewati')}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.stepsFoot}>
          <p role="status">{t('selesai', { jumlah: Object.keys(jawaban).length })}</p>
          <Button size="sm" variant="quiet" onClick={() => go(0)}>
            {t('ubah')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The questions for this profil; none until they are there. */
function useKuesioner(profilId: string | undefined): readonly Pertanyaan[] {
  const [known, setKnown] = useState<{ readonly of: string | undefined; readonly all: readonly Pertanyaan[] } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    askFor('GET /triase', { query: { profil_id: profilId }, signal: stop.signal }).then(
      ({ data }) => setKnown({ of: profilId, all: data.pertanyaan }),
      () => undefined,
    )
    return () => stop.abort()
  }, [profilId])
  return known?.of === profilId ? (known?.all ?? []) : []
}

interface QuestionProps {
  readonly of: Pertanyaan
  readonly given: boolean | number | string | undefined
  readonly errors: readonly string[] | undefined
  readonly onAnswer: (value: boolean | number | string | null) => void
}

function Question({ of: { kode, teks, jenis, satuan, pilihan = [] }, given, errors, onAnswer }: QuestionProps) {
  const t = useTranslations('bahaya.langkah')
  const [wrong, setWrong] = useState(false)
  if (jenis === 'ya_tidak')
    return (
      <RadioCards
        label={teks}
        name={`triase.${kode}`}
        columns
        defaultValue={given === undefined ? undefined : given ? 'ya' : 'tidak'}
        onChoose={(value) => onAnswer(value === 'ya')}
        choices={[
          { value: 'ya', label: t('ya') },
          { value: 'tidak', label: t('tidak') },
        ]}
      />
    )
  if (jenis === 'pilihan')
    return (
      <RadioCards
        label={teks}
        name={`triase.${kode}`}
        defaultValue={given === undefined ? undefined : String(given)}
        onChoose={onAnswer}
        choices={pilihan.map((one) => ({ value: one.kode, label: one.teks }))}
      />
    )
  const read = (written: string) => {
    const text = written.trim()
    const number = Number(text.replace(',', '.'))
    setWrong(jenis === 'angka' && text !== '' && Number.isNaN(number))
    if (text === '' || (jenis === 'angka' && Number.isNaN(number))) return onAnswer(null)
    onAnswer(jenis === 'angka' ? number : text)
  }
  return (
    <TextField
      label={satuan ? `${teks} (${satuan})` : teks}
      name={`triase.${kode}`}
      type={jenis === 'tanggal' ? 'date' : 'text'}
      inputMode={jenis === 'angka' ? 'decimal' : undefined}
      maxLength={500}
      defaultValue={given === undefined ? undefined : String(given)}
      errors={wrong ? [t('salah')] : errors}
      onChange={(event) => read(event.target.value)}
    />
  )
}
