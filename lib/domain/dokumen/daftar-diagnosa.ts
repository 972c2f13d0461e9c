export interface Diagnosa {
  readonly kode: string
  readonly nama: string
}

export const SUMBER_DIAGNOSA = {
  sumber:
    'Panduan Praktik Klinis bagi Dokter (KMK HK.01.07/MENKES/1186/2022, before it HK.02.02/MENKES/514/2015); compiled by hand, not line by line.',
  tanggal: '2026-11-30',
} as const

/**
 * Diagnoses that primary care sees often, by the names that the guides for dokter at primary facilities have for them (Panduan Praktik Klinis,
 * KMK HK.01.07/MENKES/1186/2022, before it HK.02.02/MENKES/514/2015), and symptoms that stand for one until more is known. Compiled by hand
 * 2026-11-29 and 2026-11-30 from what is known of them, not line by line: where a guide has a category (J45) the code is its unspecified member
 * (J45.9), and a diagnosis of whose code we were not sure is left out. The edition is the one that the guides use (hemoroid is I84, not K64). Few,
 * and no classification: what is not here is free text, and the official file can be loaded in its place.
 */
const DIAGNOSA = `
  A01.0 Demam tifoid
  A03.9 Disentri basiler
  A06.0 Disentri amuba
  A09 Gastroenteritis
  A15 Tuberkulosis paru
  A15.9 Tuberkulosis paru terkonfirmasi
  A16.9 Tuberkulosis paru tanpa konfirmasi bakteriologis
  A18.4 Skrofuloderma
  A27.9 Leptospirosis
  A30.9 Lepra
  A33 Tetanus neonatorum
  A35 Tetanus
  A37.9 Pertusis
  A46 Erisipelas
  A53.9 Sifilis
  A54.9 Gonore
  A82.9 Rabies
  A90 Demam dengue
  A91 Demam berdarah dengue
  B00.9 Herpes simpleks
  B01.9 Varisela
  B02.9 Herpes zoster
  B05.9 Morbili
  B07 Veruka vulgaris
  B08.1 Moluskum kontagiosum
  B08.4 Penyakit tangan, kaki, dan mulut
  B15.9 Hepatitis A
  B16.9 Hepatitis B akut
  B18.1 Hepatitis B kronik
  B24 HIV/AIDS
  B26 Parotitis
  B35.0 Tinea kapitis
  B35.1 Tinea unguium
  B35.3 Tinea pedis
  B35.4 Tinea korporis
  B35.6 Tinea kruris
  B36.0 Pitiriasis versikolor
  B37.0 Kandidiasis mulut
  B37.3 Kandidiasis vulvovaginal
  B50.0 Malaria serebral
  B50.9 Malaria falsiparum
  B51.9 Malaria vivaks
  B54 Malaria
  B65.9 Skistosomiasis
  B68.9 Taeniasis
  B74.9 Filariasis
  B76.0 Ankilostomiasis
  B76.9 Cutaneous larva migrans
  B77.9 Askariasis
  B78.9 Strongiloidiasis
  B80 Enterobiasis
  B85.0 Pedikulosis kapitis
  B85.3 Pedikulosis pubis
  B86 Skabies
  D17.9 Lipoma
  D50.9 Anemia defisiensi besi
  D64.9 Anemia
  E05.9 Tirotoksikosis
  E10.9 Diabetes melitus tipe 1
  E11.9 Diabetes melitus tipe 2
  E16.2 Hipoglikemia
  E46 Malnutrisi energi protein
  E66.9 Obesitas
  E78.5 Dislipidemia
  E79.0 Hiperurisemia
  F03 Demensia
  F05.9 Delirium
  F20.9 Skizofrenia
  F29 Gangguan psikotik
  F32.9 Depresi
  F41.2 Gangguan campuran anxietas dan depresi
  F41.9 Gangguan cemas
  F45.0 Gangguan somatisasi
  F51.0 Insomnia
  G40.9 Epilepsi
  G41.9 Status epileptikus
  G43.9 Migren
  G44.2 Tension headache
  G45.9 Transient ischemic attack
  G51.0 Bell's palsy
  G56.0 Carpal tunnel syndrome
  H00.0 Hordeolum
  H01.0 Blefaritis
  H02.0 Trikiasis
  H04.1 Mata kering
  H10.9 Konjungtivitis
  H11.3 Perdarahan subkonjungtiva
  H15.1 Episkleritis
  H21.0 Hifema
  H26.9 Katarak
  H36.0 Retinopati diabetik
  H40.1 Glaukoma sudut terbuka primer
  H40.2 Glaukoma akut
  H52.0 Hipermetropia
  H52.1 Miopia
  H52.2 Astigmatisme
  H52.4 Presbiopia
  H53.6 Buta senja
  H60.9 Otitis eksterna
  H61.2 Serumen prop
  H66.0 Otitis media akut
  H66.1 Otitis media supuratif kronik
  H81.1 Benign paroxysmal positional vertigo
  I10 Hipertensi esensial
  I20.9 Angina pektoris
  I21.9 Infark miokard akut
  I46.9 Henti jantung
  I47.1 Takikardia supraventrikular
  I48 Fibrilasi atrium
  I50.9 Gagal jantung
  I64 Stroke
  I84.9 Hemoroid
  I88.9 Limfadenitis
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
  J32.9 Sinusitis kronik
  J34.0 Furunkel pada hidung
  J44.9 Penyakit paru obstruktif kronik
  J45.9 Asma bronkial
  J46 Status asmatikus
  J93.9 Pneumotoraks
  K02.9 Karies gigi
  K04.0 Pulpitis
  K05.0 Gingivitis akut
  K12.0 Stomatitis aftosa
  K21.9 Penyakit refluks gastroesofagus
  K29.7 Gastritis
  K30 Dispepsia
  K35.9 Apendisitis akut
  K58.9 Irritable bowel syndrome
  K59.0 Konstipasi
  K65.9 Peritonitis
  K81.0 Kolesistitis akut
  K92.2 Perdarahan gastrointestinal
  L01.0 Impetigo
  L02.9 Furunkel
  L03.9 Selulitis
  L08.0 Pioderma
  L08.1 Eritrasma
  L20.9 Dermatitis atopik
  L21.9 Dermatitis seboroik
  L22 Napkin eczema
  L23.9 Dermatitis kontak alergi
  L24.9 Dermatitis kontak iritan
  L27.0 Erupsi obat eksantematosa
  L27.1 Fixed drug eruption
  L27.2 Dermatitis karena alergi makanan
  L28.0 Neurodermatitis
  L30.9 Dermatitis
  L42 Pitiriasis rosea
  L50.9 Urtikaria
  L51.1 Sindrom Stevens-Johnson
  L70.0 Akne vulgaris
  L71.0 Dermatitis perioral
  L72.1 Kista ateroma
  L73.2 Hidradenitis supurativa
  L74.0 Miliaria rubra
  L97 Ulkus pada tungkai
  M06.9 Artritis reumatoid
  M10.9 Artritis gout
  M19.9 Osteoartritis
  M25.5 Nyeri sendi
  M32.9 Lupus eritematosus sistemik
  M35.3 Polimialgia reumatik
  M54.5 Nyeri punggung bawah
  M79.1 Mialgia
  N10 Pielonefritis akut
  N20.0 Batu ginjal
  N30.0 Sistitis akut
  N39.0 Infeksi saluran kemih
  N40 Hiperplasia prostat
  N47 Fimosis
  N61 Mastitis
  N76.0 Vaginitis akut
  N76.2 Vulvitis akut
  N89.8 Fluor albus
  N91.2 Amenorea
  N94.6 Dismenore
  O03.4 Abortus spontan inkomplit
  O03.9 Abortus spontan komplit
  O14.9 Preeklampsia
  O15.9 Eklampsia
  O21.0 Hiperemesis gravidarum ringan
  O42.9 Ketuban pecah dini
  O72.1 Perdarahan pascapersalinan
  O91.2 Mastitis pada masa nifas
  O92.1 Puting lecet pada masa nifas
  O99.0 Anemia pada kehamilan
  P38 Infeksi umbilikus
  R04.0 Epistaksis
  R05 Batuk
  R10.4 Nyeri perut
  R11 Mual dan muntah
  R21 Ruam kulit
  R42 Vertigo
  R50.9 Demam
  R51 Sakit kepala
  R53 Kelelahan
  R56.0 Kejang demam
  S01.1 Laserasi kelopak mata
  T14.1 Vulnus
  T14.2 Fraktur
  T15.9 Benda asing pada mata
  T16 Benda asing di telinga
  T17.1 Benda asing di hidung
  T26.9 Trauma kimia mata
  T30.0 Luka bakar
  T62.9 Keracunan makanan
  T63.4 Reaksi gigitan serangga
  T75.3 Mabuk perjalanan
  T78.2 Syok anafilaktik
  T78.4 Alergi
  Z34.9 Kehamilan normal`

export const DAFTAR_DIAGNOSA: readonly Diagnosa[] = DIAGNOSA.trim()
  .split(/\s*\n\s*/)
  .map((row) => ({ kode: row.slice(0, row.indexOf(' ')), nama: row.slice(row.indexOf(' ') + 1) }))
