'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef, useState } from 'react'
import { held, useHeldForm } from '@/app/_form/held-forms'
import { useKeptText } from '@/app/_form/use-kept-text'
import { useSubmission } from '@/app/_form/use-submission'
import { ProfilDialog } from '@/app/_profil/profil-dialog'
import { Alert } from '@/app/_ui/alert'
import { Avatar } from '@/app/_ui/avatar'
import { Button, LinkButton } from '@/app/_ui/button'
import { Checkbox } from '@/app/_ui/field/checkbox'
import { RadioCards } from '@/app/_ui/field/radio-cards'
import { TextArea, TextField } from '@/app/_ui/field/text-field'
import { ApiError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import type { JsonOf } from '@/lib/contract/endpoints/calls'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { DokterView } from '@/lib/contract/pengguna'
import type { ProfilView } from '@/lib/contract/profil'
import type { TandaView } from '@/lib/contract/triase'
import { KELUHAN_MAX, KELUHAN_MIN } from '@/lib/domain/konsultasi'
import { PER_PAGE_MAX } from '@/lib/domain/pesan'
import styles from './baru.module.css'
import { useDokterWords } from './dokter-words'
import { type Jawaban, TriaseSteps } from './triase-steps'
import { Warning } from './warning'
import { useWhom, WhomFields } from './whom-fields'

/** From so many dokter on, a field to look for one is worth its place. */
const SEARCH_FROM = 6

interface Props {
  readonly penggunaId: string
  readonly dokter: readonly DokterView[]
  /** Whom this person may book for, themselves first. */
  readonly known: readonly ProfilView[]
  readonly before: KonsultasiView | null
}

/**
 * Says for whom, chooses a dokter, says what is wrong, and goes on to the page of the new konsultasi. It begins with what was said in the one `before`, or
 * goes on from it where that was completed.
 */
export function BookForm({ penggunaId, dokter, known, before }: Props) {
  const t = useTranslations('pasien.baru')
  const tp = useTranslations('profil.baru')
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const { busy, errors, message, submit, refuse } = useSubmission(form)
  const [search, setSearch] = useState('')
  const first = dokter.find(({ id, tersedia }) => tersedia && id === before?.dokter.id)?.id
  const [chosen, setChosen] = useState(first)
  const [open, setOpen] = useState<KonsultasiView | null>(null)
  const whom = useWhom(known, before)
  const [answers, setAnswers] = useState<{ readonly of: string | undefined; readonly jawaban: Jawaban }>({ of: undefined, jawaban: {} })
  // Another person is asked other questions.
  const jawaban = answers.of === whom.chosen?.id ? answers.jawaban : {}
  const isNext = before?.status === 'completed' && before.profil.id === whom.chosen?.id
  const [tanda, setTanda] = useState<readonly TandaView[]>([])
  const understood = useRef(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const draft = useKeptText(area, penggunaId, 'baru:keluhan')
  useHeldForm(form)

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const dokter_id = String(data.get('dokter_id') ?? '')
    if (!dokter_id) return refuse({ errors: { dokter_id: [t('pilih')] } })
    void submit(async () => {
      const profil_id = whom.chosen?.id
      const json = {
        dokter_id,
        keluhan: String(data.get('keluhan')),
        profil_id,
        bagikan_riwayat: data.has('bagikan_riwayat'),
        lanjutan_dari: isNext ? before.id : undefined,
        jawaban: Object.keys(jawaban).length > 0 ? jawaban : undefined,
        paham_darurat: understood.current,
      }
      understood.current = false
      setOpen(null)
      setTanda([])
      await whom.keep(data)
      const booked = await book(json).catch(async (error) => {
        const known = isOpenAlready(error) ? await findOpen(dokter_id, profil_id) : null
        setOpen(known)
        // The answer to the first try was lost.
        if (known?.keluhan === json.keluhan.trim()) return known
        if (error instanceof ApiError && error.tanda.length > 0) {
          setTanda(error.tanda)
          return null
        }
        throw error
      })
      if (!booked) return false
      draft.forget()
      router.push(`/pasien/konsultasi/${booked.id}`)
      return true
    })
  }

  const bookAllTheSame = () => {
    understood.current = true
    form.current?.requestSubmit()
  }

  const wordsFor = useDokterWords()

  // The one that is chosen stays in sight, so that nobody books a dokter whom they no longer see.
  const shown = dokter.filter((one) => one.id === chosen || matches(one, search))
  return (
    <>
      <form ref={form} className={styles.form} method="post" noValidate onSubmit={onSubmit} {...held}>
        {message && (
          <Alert tone="danger" role="alert">
            <p>{message}</p>
            {open && (
              <LinkButton size="sm" href={`/pasien/konsultasi/${open.id}`}>
                {t('bukaYangAda')}
              </LinkButton>
            )}
          </Alert>
        )}
        {isNext && (
          <Alert tone="info">
            <p>{tp('lanjutan')}</p>
          </Alert>
        )}
        <WhomFields {...whom} errors={errors} />
        <RadioCards
          label={t('dokter')}
          name="dokter_id"
          required
          errors={errors.dokter_id}
          defaultValue={first}
          onChoose={setChosen}
          choices={shown.map((one) => ({
            value: one.id,
            label: one.nama,
            detail: wordsFor(one),
            lead: <Avatar name={one.nama} seed={one.id} />,
            disabled: !one.tersedia,
          }))}
        >
          {dokter.length >= SEARCH_FROM && (
            <TextField
              label={t('cari')}
              type="search"
              autoComplete="off"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
          {shown.length === 0 && <p role="status">{t('tidakKetemu')}</p>}
        </RadioCards>
        <TextArea
          ref={area}
          label={t('keluhan')}
          name="keluhan"
          rows={5}
          maxLength={KELUHAN_MAX}
          defaultValue={before?.status === 'completed' ? undefined : before?.keluhan}
          hint={t('keluhanPetunjuk', { min: KELUHAN_MIN })}
          errors={errors.keluhan}
          required
        />
        <TriaseSteps
          key={whom.chosen?.id}
          profilId={whom.chosen?.id}
          jawaban={jawaban}
          errors={errors}
          onAnswer={(jawaban) => setAnswers({ of: whom.chosen?.id, jawaban })}
        />
        <Checkbox name="bagikan_riwayat" label={tp('bagikan')} />
        <p className={styles.urgent}>{t('darurat')}</p>
        {tanda.length > 0 && <Warning tanda={tanda} busy={busy} onUnderstood={bookAllTheSame} />}
        <Button type="submit" variant="primary" busy={busy}>
          {t('tombol')}
        </Button>
      </form>
      {/* A form of its own: none stands in another. */}
      {whom.adding && <ProfilDialog title={tp('tambah')} profil={null} brief onOpenChange={whom.setAdding} onKept={whom.add} />}
    </>
  )
}

const book = async (json: JsonOf<'POST /konsultasi'>): Promise<KonsultasiView> => (await askFor('POST /konsultasi', { json })).data

const isOpenAlready = (error: unknown) => error instanceof ApiError && error.code === 'konsultasi_exists'

/** The konsultasi of this profil with this dokter that has not ended; null when it cannot be found now. */
async function findOpen(dokterId: string, profilId: string | undefined): Promise<KonsultasiView | null> {
  for (const status of ['active', 'pending'] as const) {
    const page = await askFor('GET /konsultasi', { query: { status, per_page: PER_PAGE_MAX } }).catch(() => null)
    const found = page?.data.find(({ dokter, profil }) => dokter.id === dokterId && profil.id === profilId)
    if (found) return found
  }
  return null
}

const matches = ({ nama, spesialisasi }: DokterView, search: string) =>
  `${nama} ${spesialisasi}`.toLocaleLowerCase('id').includes(search.trim().toLocaleLowerCase('id'))
