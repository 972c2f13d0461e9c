/** In which form a medicine is made, and how much of it is in one: `tablet`, `500 mg`. */
export interface Sediaan {
  readonly bentuk: string | null
  /** Null where the form says all. */
  readonly kekuatan: string | null
}

interface Bentuk {
  /** What is counted of it in a resep. */
  readonly satuan: string
  /** What people type for it that is not its beginning. */
  readonly singkatan?: readonly string[]
}

/** The forms that the built-in list knows. */
const BENTUK = {
  tablet: { satuan: 'tablet', singkatan: ['kaplet', 'kapl'] },
  'tablet effervescent': { satuan: 'tablet' },
  'tablet kunyah': { satuan: 'tablet', singkatan: ['chew'] },
  'tablet lepas lambat': { satuan: 'tablet', singkatan: ['sr', 'xr', 'er', 'mr', 'retard'] },
  'tablet salut enterik': { satuan: 'tablet', singkatan: ['ec'] },
  'tablet sublingual': { satuan: 'tablet', singkatan: ['sl'] },
  'tablet vaginal': { satuan: 'tablet', singkatan: ['ovula', 'ovul'] },
  kapsul: { satuan: 'kapsul', singkatan: ['caps', 'capsul', 'capsule'] },
  'kapsul lepas lambat': { satuan: 'kapsul', singkatan: ['sr', 'xr', 'er', 'retard'] },
  serbuk: { satuan: 'bungkus', singkatan: ['sachet', 'saset', 'pulv'] },
  sirup: { satuan: 'botol', singkatan: ['syr', 'syrup', 'syrop'] },
  'sirup kering': { satuan: 'botol', singkatan: ['syr', 'syrup', 'syrop', 'dry'] },
  suspensi: { satuan: 'botol', singkatan: ['suspension', 'syr', 'syrup', 'sirup'] },
  tetes: { satuan: 'botol', singkatan: ['drop', 'drops', 'gtt'] },
  'tetes mata': { satuan: 'botol', singkatan: ['drop', 'drops', 'eye', 'ed'] },
  'tetes telinga': { satuan: 'botol', singkatan: ['drop', 'drops', 'ear'] },
  'tetes hidung': { satuan: 'botol', singkatan: ['drop', 'drops', 'nasal'] },
  'semprot hidung': { satuan: 'botol', singkatan: ['spray', 'nasal'] },
  larutan: { satuan: 'botol', singkatan: ['sol', 'solution', 'liquid'] },
  'obat kumur': { satuan: 'botol', singkatan: ['gargle', 'mouthwash'] },
  losio: { satuan: 'botol', singkatan: ['lotion', 'lotio'] },
  sampo: { satuan: 'botol', singkatan: ['shampoo', 'shampo'] },
  krim: { satuan: 'tube', singkatan: ['cream', 'cr'] },
  salep: { satuan: 'tube', singkatan: ['zalf', 'ointment', 'oint', 'ung'] },
  'salep mata': { satuan: 'tube', singkatan: ['zalf', 'eye', 'ointment', 'oint', 'eo'] },
  gel: { satuan: 'tube', singkatan: ['jeli', 'jelly'] },
  pasta: { satuan: 'tube' },
  'serbuk tabur': { satuan: 'botol', singkatan: ['bedak', 'powder'] },
  supositoria: { satuan: 'supositoria' },
  inhaler: { satuan: 'inhaler', singkatan: ['mdi', 'aerosol', 'puff'] },
  'serbuk inhalasi': { satuan: 'inhaler', singkatan: ['dpi', 'diskus', 'turbuhaler'] },
  'cairan inhalasi': { satuan: 'ampul', singkatan: ['neb', 'nebul', 'nebules', 'respules', 'nebulizer'] },
  injeksi: { satuan: 'ampul', singkatan: ['inj', 'amp', 'ampul', 'vial', 'pen'] },
  'serbuk injeksi': { satuan: 'vial', singkatan: ['inj', 'vial'] },
  infus: { satuan: 'botol', singkatan: ['infusion'] },
  implan: { satuan: 'implan', singkatan: ['implant'] },
} as const satisfies Record<string, Bentuk>

const bentukOf = (bentuk: string): Bentuk | undefined => (BENTUK as Readonly<Record<string, Bentuk>>)[bentuk.toLowerCase()]

/** Is it a form that the built-in list may use? */
export const isBentuk = (bentuk: string): boolean => bentukOf(bentuk) !== undefined

/** What is counted of a form in a resep; '' for one that is not known. */
export const satuanOf = (bentuk: string): string => bentukOf(bentuk)?.satuan ?? ''

/** Reads `tablet 250 mg, 500 mg; sirup 125 mg/5 ml`: each form with its strengths. A comma without a blank is one of decimals. */
export const readSediaan = (text: string): Sediaan[] =>
  text.split('; ').flatMap((part): Sediaan[] => {
    const [, bentuk = part, strengths] = /^(\D*\D) (\d.*)$/.exec(part) ?? []
    return strengths ? strengths.split(', ').map((kekuatan) => ({ bentuk, kekuatan })) : [{ bentuk, kekuatan: null }]
  })

/** Words and numbers as they are compared: `500mg` is `500`, `mg`; thousands without points, decimals with a comma. */
export const sediaanWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/(\d)\.(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\.(?=\d)/g, '$1,')
    .match(/\d+(?:,\d+)?|\p{L}+/gu) ?? []

/** Is it what these typed words mean? Each is the beginning of one of its own, or another word for its form. */
export function isSediaan({ bentuk, kekuatan }: Sediaan, typed: readonly string[]): boolean {
  const words = [...sediaanWords(`${bentuk ?? ''} ${kekuatan ?? ''}`), ...(bentukOf(bentuk ?? '')?.singkatan ?? [])]
  return typed.every((word) => words.some((one) => one.startsWith(word)))
}

/** All of them, each once. */
export const mergeSediaan = (...lists: readonly (readonly Sediaan[] | undefined)[]): Sediaan[] => [
  ...lists
    .flatMap((list = []) => list)
    .reduce((seen, one) => {
      const key = `${one.bentuk} ${one.kekuatan}`.toLowerCase()
      return seen.has(key) ? seen : seen.set(key, one)
    }, new Map<string, Sediaan>())
    .values(),
]
