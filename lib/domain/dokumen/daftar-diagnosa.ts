export interface Diagnosa {
  readonly kode: string
  readonly nama: string
}

export const SUMBER_DIAGNOSA = {
  sumber: 'Panduan Praktik Klinis bagi Dokter (KMK HK.01.07/MENKES/1186/2022); compiled by hand.',
  tanggal: '2026-11-29',
} as const

/**
 * Diagnoses that primary care sees often, with the codes by which the guide for dokter at primary facilities names them (Panduan Praktik Klinis,
 * KMK HK.01.07/MENKES/1186/2022, before it HK.02.02/MENKES/514/2015). Compiled 2026-11-29 by hand; few, and no classification: what is not here
 * is free text.
 */
const DIAGNOSA = `
  A01.0 Demam tifoid
  A06.0 Disentri amuba
  A09 Gastroenteritis
  A15 Tuberkulosis paru
  A90 Demam dengue
  A91 Demam berdarah dengue
  B00.9 Herpes simpleks
  B01.9 Varisela
  B02.9 Herpes zoster
  B05.9 Morbili
  B07 Veruka vulgaris
  B26 Parotitis
  B35.4 Tinea korporis
  B35.6 Tinea kruris
  B36.0 Pitiriasis versikolor
  B37.0 Kandidiasis mulut
  B54 Malaria
  B77.9 Askariasis
  B80 Enterobiasis
  B85.0 Pedikulosis kapitis
  B86 Skabies
  D50.9 Anemia defisiensi besi
  E11.9 Diabetes melitus tipe 2
  E16.2 Hipoglikemia
  E66.9 Obesitas
  E78.5 Dislipidemia
  E79.0 Hiperurisemia
  F32.9 Depresi
  F41.9 Gangguan cemas
  F45.0 Gangguan somatisasi
  F51.0 Insomnia
  G40.9 Epilepsi
  G43.9 Migren
  G44.2 Tension headache
  G51.0 Bell's palsy
  H00.0 Hordeolum
  H01.0 Blefaritis
  H04.1 Mata kering
  H10.9 Konjungtivitis
  H52.1 Miopia
  H60.9 Otitis eksterna
  H61.2 Serumen prop
  H66.0 Otitis media akut
  H81.1 Benign paroxysmal positional vertigo
  I10 Hipertensi esensial
  I20.9 Angina pektoris
  I50.9 Gagal jantung
  I84.9 Hemoroid
  J00 Rinitis akut
  J01.9 Sinusitis akut
  J02.9 Faringitis akut
  J03.9 Tonsilitis akut
  J04.0 Laringitis akut
  J06.9 Infeksi saluran pernapasan atas akut
  J11.1 Influenza
  J18.9 Pneumonia
  J20.9 Bronkitis akut
  J30.0 Rinitis vasomotor
  J30.4 Rinitis alergi
  J44.9 Penyakit paru obstruktif kronik
  J45.9 Asma bronkial
  K02.9 Karies gigi
  K12.0 Stomatitis aftosa
  K21.9 Penyakit refluks gastroesofagus
  K29.7 Gastritis
  K30 Dispepsia
  K35.9 Apendisitis akut
  K58.9 Irritable bowel syndrome
  K59.0 Konstipasi
  L01.0 Impetigo
  L02.9 Furunkel
  L20.9 Dermatitis atopik
  L21.9 Dermatitis seboroik
  L23.9 Dermatitis kontak alergi
  L24.9 Dermatitis kontak iritan
  L28.0 Neurodermatitis
  L30.9 Dermatitis
  L50.9 Urtikaria
  L70.0 Akne vulgaris
  L74.0 Miliaria rubra
  M06.9 Artritis reumatoid
  M10.9 Artritis gout
  M19.9 Osteoartritis
  M54.5 Nyeri punggung bawah
  M79.1 Mialgia
  N30.0 Sistitis akut
  N39.0 Infeksi saluran kemih
  N76.0 Vaginitis akut
  N94.6 Dismenore
  O21.0 Hiperemesis gravidarum ringan
  R05 Batuk
  R10.4 Nyeri perut
  R42 Vertigo
  R50.9 Demam
  R51 Sakit kepala
  R56.0 Kejang demam
  T78.4 Alergi
  T78.2 Syok anafilaktik
  Z34.9 Kehamilan normal`

export const DAFTAR_DIAGNOSA: readonly Diagnosa[] = DIAGNOSA.trim()
  .split(/\s*\n\s*/)
  .map((row) => ({ kode: row.slice(0, row.indexOf(' ')), nama: row.slice(row.indexOf(' ') + 1) }))
