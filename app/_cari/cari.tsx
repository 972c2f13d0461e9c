import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { hrefOf, type SearchParams } from '@/app/_ui/address'
import { Alert } from '@/app/_ui/alert'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkRows } from '@/app/_ui/link-rows'
import { Page } from '@/app/_ui/page'
import { answerRefusal } from '@/lib/auth/pages'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { type LawanView, listLawan, nameLawan } from '@/lib/operations/list-lawan'
import { type CariPage, searchPesan } from '@/lib/operations/search-pesan'
import styles from './cari.module.css'
import { CariForm } from './cari-form'
import { type Fields, readFields, readQuestion } from './query'
import { Temuan } from './temuan'

/** Looking through all one's own konsultasi, or one of them; the same page for both wings. */
export async function Cari({ actor, wing, searchParams }: { actor: Actor; wing: 'pasien' | 'dokter'; searchParams: SearchParams }) {
  const t = await getTranslations('cari')
  const fields = await readFields(searchParams)
  const { question, wrong } = readQuestion(fields)
  if (wrong.some((name) => !IN_FORM.includes(name))) notFound()
  const [found, people, within] = await Promise.all([
    question && searchPesan(actor, question).catch(answer),
    listLawan(actor),
    nameLawan(actor, fields.konsultasi_id ? [fields.konsultasi_id] : []),
  ])
  const path = `/${wing}/cari`
  const self = toId('pengguna', actor.id)
  return (
    <Page title={t('judul')} lead={t('isi')} narrow>
      <CariForm
        key={hrefOf(path, fields)}
        path={path}
        fields={fields}
        wrong={wrong}
        self={self}
        people={people}
        within={fields.konsultasi_id ? within.get(fields.konsultasi_id) : undefined}
      />
      {fields.q && found && (
        <Results path={path} wing={wing} fields={fields} found={found} self={self} lawan={await namesOf(actor, found)} />
      )}
      {!fields.q && <Hints />}
    </Page>
  )
}

/** What people can get wrong by themselves; anything else in the address is none of ours, and has no page. */
const IN_FORM: readonly string[] = ['q', 'dari', 'sampai']

const answer = (error: unknown): never =>
  error instanceof Refusal && error.code === 'validation_failed' ? notFound() : answerRefusal(error)

const namesOf = (actor: Actor, { data }: CariPage) =>
  nameLawan(
    actor,
    data.map(({ pesan }) => pesan.konsultasi_id),
  )

interface ResultsProps {
  readonly path: string
  readonly wing: 'pasien' | 'dokter'
  readonly fields: Fields
  readonly found: CariPage
  readonly self: string
  readonly lawan: ReadonlyMap<string, LawanView>
}

async function Results({ path, wing, fields, found, self, lawan }: ResultsProps) {
  const t = await getTranslations('cari')
  const { q, cursor, ...filters } = fields
  if (found.data.length === 0) return <Nothing path={path} q={q} isFiltered={Object.keys(filters).length > 0} />
  const { next_cursor } = found.pagination
  return (
    <section className={styles.results} aria-labelledby="hasil">
      <h2 id="hasil">{t('hasil', { q: q ?? '' })}</h2>
      {found.isGuess && <Alert>{t('mirip')}</Alert>}
      <LinkRows>
        {found.data.map(({ pesan, cuplikan }) => (
          <Temuan
            key={pesan.id}
            pesan={pesan}
            cuplikan={cuplikan}
            wing={wing}
            lawan={lawan.get(pesan.konsultasi_id)}
            isOwn={pesan.pengirim.id === self}
          />
        ))}
      </LinkRows>
      {(cursor || next_cursor) && (
        <nav className={styles.pager} aria-label={t('halaman')}>
          {cursor && (
            <LinkButton href={hrefOf(path, { q, ...filters })} variant="quiet">
              {t('keAwal')}
            </LinkButton>
          )}
          {next_cursor && <LinkButton href={hrefOf(path, { q, ...filters, cursor: next_cursor })}>{t('lebihLama')}</LinkButton>}
        </nav>
      )}
    </section>
  )
}

async function Nothing({ path, q, isFiltered }: { path: string; q: string | undefined; isFiltered: boolean }) {
  const t = await getTranslations('cari')
  const everywhere = isFiltered ? <LinkButton href={hrefOf(path, { q })}>{t('tanpaSaringan')}</LinkButton> : undefined
  return (
    <div role="status">
      <EmptyState title={t('kosong.judul')} action={everywhere}>
        {t('kosong.isi')}
      </EmptyState>
    </div>
  )
}

async function Hints() {
  const t = await getTranslations('cari.petunjuk')
  return (
    <ul className={styles.hints}>
      {(['dasar', 'awal', 'semua'] as const).map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
}
