/**
 * What is asked before a konsultasi, and which answers and words are signs of danger. Data, with a version: a change here is a new version.
 *
 * The rules warn; they diagnose nothing. Each names the public Indonesian guidance that calls its sign one, and says it in words of its own.
 * How a phrase is read: its words in any order in one clause with at most three others between two of them (`~n`: at most n); with `>` in front
 * in this order; `a|b` either; `#<90-40` a number from 40 to under 90, `#>180` from 180; `&` both, anywhere in the text. A word is a kind of
 * `kosakata.ts` or stands for itself.
 */
export const VERSI_TRIASE = '2026-11-30.3'

export const TINGKAT_BAHAYA = ['merah', 'kuning'] as const
export type TingkatBahaya = (typeof TINGKAT_BAHAYA)[number]
export const TINGKAT_TRIASE = [...TINGKAT_BAHAYA, 'hijau'] as const
export type TingkatTriase = (typeof TINGKAT_TRIASE)[number]

export const ASAL_BAHAYA = ['jawaban', 'keluhan', 'pesan'] as const
export type AsalBahaya = (typeof ASAL_BAHAYA)[number]

/** Who is treated, as far as it is known. */
export interface Siapa {
  readonly umurBulan: number | null
  readonly jenisKelamin: 'L' | 'P' | null
  readonly hamil: boolean | null
  readonly hubungan: string | null
}

interface DuaBahasa {
  readonly id: string
  readonly en: string
}

/** Months from (included) and to (excluded); an age that is not known is a grown person's. */
export interface Syarat {
  readonly dariBulan?: number
  readonly sampaiBulan?: number
  readonly jenisKelamin?: 'L' | 'P'
  readonly hamil?: true
}

/** An answer that is a sign: this one, together with another where that is named, or a number from here on. */
type JawabanBahaya = Readonly<{ kode: string; sama: boolean | string; bersama?: JawabanBahaya }> | Readonly<{ kode: string; mulai: number }>

export interface Aturan {
  readonly kode: string
  readonly tingkat: TingkatBahaya
  /** What was seen, to both people. */
  readonly kalimat: DuaBahasa
  readonly sumber: string
  readonly syarat: Syarat
  readonly jawaban: readonly JawabanBahaya[]
  readonly frasa: readonly string[]
  /** A phrase in the same sentence that makes it something else. */
  readonly kecuali: readonly string[]
  /** It counts also when it is over: a fit that ended an hour ago. */
  readonly menetap: boolean
}

const GAWAT = 'Permenkes 47/2018 tentang Pelayanan Kegawatdaruratan, Pasal 3 (kriteria kegawatdaruratan)'
const PPK = 'Panduan Praktik Klinis Dokter di FKTP, KMK HK.01.07/MENKES/1186/2022'
const MTBS = 'Buku Bagan Manajemen Terpadu Balita Sakit (MTBS), Kemenkes RI'
const MTBM = `${MTBS}: bayi muda kurang dari 2 bulan`
const KIA = 'Buku Kesehatan Ibu dan Anak (Buku KIA), Kemenkes RI: tanda bahaya'

type Tulisan = Pick<Aturan, 'kode' | 'tingkat' | 'kalimat' | 'sumber'> & Partial<Aturan>
const aturan = (rule: Tulisan): Aturan => ({ syarat: {}, jawaban: [], frasa: [], kecuali: [], menetap: false, ...rule })

export const ATURAN: readonly Aturan[] = [
  aturan({
    kode: 'nyeri_dada',
    tingkat: 'merah',
    kalimat: { id: 'nyeri atau rasa tertekan di dada', en: 'pain or pressure in the chest' },
    sumber: `${GAWAT}; ${PPK}: nyeri dada dan infark miokard`,
    jawaban: [{ kode: 'nyeri_dada', sama: true }],
    frasa: [
      'dada sakit ~4',
      'dada tekan',
      'dada seperti tekan ~3',
      'dada seperti pasif ~2',
      'pegang|megang|memegang|megangin dada & sakit|tekan|keringat',
      'mendadak pegang|megang|memegang|megangin dada',
      'dada sesak',
      'dada beban',
      '> jantung sakit ~2',
      'dada panas jalar',
      'dada tembus|jalar',
      'ulu sakit jalar ~4',
      'ulu sakit & keringat dingin',
      'perut|hati sakit jalar dada ~5',
      'serangan jantung mungkin|kini ~4',
      '> saya serangan jantung ~0',
      '> saya kena serangan jantung ~0',
      'heart attack mungkin|kini ~4',
      '> having heart attack ~1',
    ],
    kecuali: ['dada ayam', '> sakit hati ~0', 'payudara', 'jerawat', 'baju|celana|bra dada|sesak', 'dada gatal'],
  }),
  aturan({
    kode: 'sesak_napas',
    tingkat: 'merah',
    kalimat: { id: 'sesak atau sulit bernapas', en: 'shortness of breath' },
    sumber: `${GAWAT}: gangguan jalan napas dan pernapasan; ${PPK}: asma akut`,
    jawaban: [{ kode: 'sesak', sama: true }],
    frasa: [
      'sesak',
      'napas susah',
      'tidak bisa napas ~2',
      '> tidak napas ~0',
      '> tidak bisa|mau|sanggup napas ~1',
      'cant breathe',
      'megap',
      'engap',
      'ngos napas|duduk|diam|diem',
      'asma kambuh & parah|hebat|tidak|masih|ngik',
      'napas cepat hebat|berat|lemas|terasa',
      'napas tekan|berat',
      '> napas tidak enteng ~2',
      '> tidak enteng napas ~1',
      '> habis napas ~0',
      'tidak bisa bicara kalimat ~3',
      'napas bunyi & tidak bisa bicara',
    ],
    kecuali: [
      'sesak pipis|kencing|kemih|bab',
      'sesak celana|baju|bra|kemeja|rok|gamis|sepatu|jalanan|dompet|kekenyangan|penuh|kamar|bis|kereta|ruangan',
      'hidung tersumbat|mampet|buntu',
      'cinta|galau|baper|mantan',
      'lewat|lubang hidung',
      'lari|olahraga|jogging|senam|gym|fitness habis',
    ],
  }),
  aturan({
    kode: 'kebiruan',
    tingkat: 'merah',
    kalimat: { id: 'bibir, wajah atau kuku kebiruan, atau kadar oksigen rendah', en: 'blue lips, face or nails, or low oxygen' },
    sumber: `${GAWAT}: gangguan pernapasan dan sirkulasi; ${MTBS}`,
    frasa: ['bibir biru', 'pucat biru', 'badan biru', 'anak biru', 'saturasi #<92-40 ~5', 'oksigen #<92-40 ~5'],
    kecuali: ['rambut|baju|celana|cat|dicat|tinta|pulpen|spidol|permen biru', 'memar biru', 'lebam biru', 'kebentur biru'],
  }),
  aturan({
    kode: 'tidak_sadar',
    tingkat: 'merah',
    kalimat: { id: 'pingsan, tidak sadar atau sulit dibangunkan', en: 'fainting, unconscious or hard to wake' },
    sumber: `${GAWAT}: penurunan kesadaran`,
    jawaban: [{ kode: 'tidak_sadar', sama: true }],
    frasa: [
      '> tidak sadar ~1',
      'sadar turun',
      'pingsan',
      '> tidak bisa|bisa bangun ~2',
      '> tidak mau bangun',
      '> tidak bangun ~1',
      '> susah bangun ~1',
      '> tidak respon ~2',
      'bicara bingung',
      'bingung kenal|nyambung',
      'bicara nyambung tidak & kini|pagi|mendadak|sejak|bapak|ibu',
      'mau jatuh pucat|dingin|gelap',
      'panggil diam ~3',
      'panggil & merem',
      'merem & lemas',
    ],
    kecuali: [
      'tidak sadar kalau|kalo|bahwa|ternyata',
      'bangun pagi|kesiangan|subuh|sahur|sekolah|kerja|alarm',
      '> bangun tidur ~0',
      'tidur seperti pingsan ~3',
      'lapar|hehe|haha|wkwk|lucu|ketawa|harga|harganya',
      'langsung bangun',
      'respon chat|wa|whatsapp|pesan|telepon|telpon',
      'gelap mata',
    ],
    menetap: true,
  }),
  aturan({
    kode: 'kejang',
    tingkat: 'merah',
    kalimat: { id: 'kejang', en: 'a seizure' },
    sumber: `${GAWAT}; ${PPK}: kejang demam, epilepsi; ${MTBS}: tanda bahaya umum`,
    jawaban: [{ kode: 'kejang', sama: true }],
    frasa: [
      'kejang',
      'mata mendelik',
      'badan kaku melotot|mendelik',
      'mulut berbusa|busa',
      'mata > atas ~1 & kaku|panas|demam|badan',
      'badan kaku mata ~3',
    ],
    kecuali: [
      'kejang otot|betis|kaki|kram|perut',
      'obat kejang habis',
      'ketawa|tertawa|ngakak|wkwk|wkwkwk|haha|hehe',
      'epilepsi sejak|tahun|terkontrol|riwayat|punya',
      'sepatu|sebaiknya step',
    ],
    menetap: true,
  }),
  aturan({
    kode: 'stroke',
    tingkat: 'merah',
    kalimat: {
      id: 'tiba-tiba wajah mencong, bicara pelo, atau lemah separuh badan',
      en: 'suddenly a drooping face, slurred speech or weakness on one side',
    },
    sumber: `${PPK}: stroke; Kemenkes RI, kampanye SeGeRa Ke RS`,
    jawaban: [{ kode: 'lemah_sebelah', sama: true }],
    frasa: [
      'mulut miring',
      'mulut sebelah turun|jatuh|melorot',
      'sebelah tidak bisa gerak ~3',
      'anggota lemah sebelah ~2',
      'pelo',
      'anggota|badan lemah mendadak ~4',
      'anggota|badan tidak bisa gerak mendadak|kini|pagi ~4',
      'badan lemah|mati sebelah ~4',
      'badan mati mendadak',
      'sebelah lemah mendadak ~4',
      'anggota tidak tenaga & mendadak|sebelah|kini',
      'bicara mabuk & mendadak|kini|pagi|barusan|padahal',
      'nyeret kaki & mendadak|kini|pagi|pelo|bicara',
      'bicara tidak jelas & anggota|mulut|mendadak|barusan|pagi',
      'anggota lemah sebelah pelo ~5',
      'mendadak tidak bisa bicara ~2',
      'mendadak susah bicara ~3',
      '> bicara mendadak tidak jelas|nyambung ~1',
      '> mendadak bicara tidak jelas|nyambung ~2',
      'mendadak buta ~3',
      'mendadak tidak bisa lihat ~3',
      'lihat hilang|gelap mendadak ~4',
      'mata buta mendadak ~4',
      'face drooping',
      'stroke mungkin|kini ~3',
    ],
    kecuali: ['duduk', 'bersila', 'obat stroke', 'olahraga|gym|fitness|kesemutan|main|angkat|keram|kram|nyut'],
  }),
  aturan({
    kode: 'perdarahan',
    tingkat: 'merah',
    kalimat: { id: 'perdarahan yang banyak atau tidak berhenti', en: 'bleeding that is heavy or does not stop' },
    sumber: `${GAWAT}: gangguan sirkulasi dan hemodinamik; ${KIA} nifas`,
    jawaban: [{ kode: 'perdarahan', sama: true }],
    frasa: [
      'darah tidak|belum henti ~4',
      'mimisan tidak|belum henti ~3',
      'darah deras',
      'perdarahan hebat|banyak',
      'luka darah banyak|terus',
      'darah terus mengalir|keluar|kaluar',
      'habis lahir & darah banyak|hebat',
      'lahir darah banyak|hebat',
      'lahir darah demam|bau',
      'kepala darah',
    ],
    kecuali: [
      'haid|menstruasi|mens|datang seperti|biasa|hari|kedua',
      'tekanan darah',
      'cek|tes|hasil|lab|golongan|donor|transfusi|gula|tambah|kurang darah',
    ],
  }),
  aturan({
    kode: 'muntah_darah',
    tingkat: 'merah',
    kalimat: { id: 'muntah darah atau muntahan seperti kopi', en: 'vomiting blood or something like coffee grounds' },
    sumber: `${PPK}: perdarahan saluran cerna bagian atas`,
    frasa: ['muntah darah ~4', 'muntah kopi', 'muntah hitam'],
    kecuali: ['cek|tes|hasil|lab|golongan|donor|tekanan|gula|tambah darah', 'minum kopi'],
  }),
  aturan({
    kode: 'bab_darah',
    tingkat: 'merah',
    kalimat: { id: 'BAB hitam atau banyak darah', en: 'black stool or much blood in it' },
    sumber: `${PPK}: perdarahan saluran cerna`,
    frasa: ['bab hitam', 'bab darah banyak|segar|hebat ~4'],
    kecuali: ['zat besi', 'tambah darah', 'cek|tes|hasil|lab darah'],
  }),
  aturan({
    kode: 'batuk_darah',
    tingkat: 'merah',
    kalimat: { id: 'batuk darah', en: 'coughing up blood' },
    sumber: `${GAWAT}: gangguan jalan napas; ${PPK}: tuberkulosis paru`,
    frasa: ['batuk darah ~3', 'dahak darah ~3'],
    kecuali: ['cek|tes|hasil|lab|golongan|donor|tekanan|gula|tambah darah'],
  }),
  aturan({
    kode: 'bunuh_diri',
    tingkat: 'merah',
    kalimat: { id: 'pikiran untuk mengakhiri hidup atau melukai diri', en: 'thoughts of ending life or self-harm' },
    sumber: `${GAWAT}: membahayakan diri; Kemenkes RI, layanan krisis jiwa 119 ekstensi 8`,
    syarat: { dariBulan: 96 },
    jawaban: [{ kode: 'menyakiti_diri', sama: true }],
    frasa: [
      'bunuh diri ~1',
      'bunuh_diri',
      'kill myself',
      'akhiri hidup',
      'akhiri semua ~1',
      '> tidak sanggup hidup ~1',
      'lenyap dunia ~3',
      'surat perpisahan',
      'mati enak ~1',
      'racun & tinggal minum ~0',
      '> baik saya|aku|gue|gw tidak ~1',
      'tidak ada dunia ~1',
      'ingin lenyap & obat|capek|selamanya',
      '> kalau|kalo|klo|kl|jika saya mati',
      'ingin|baik mati ~2',
      'mau mati',
      '> tidak ingin|mau|pengen hidup ~1',
      '> ga mau hidup',
      'hidup capek tali|gantung|mati',
      'hidup capek & nyerah|menyerah',
      'sayat diri|tangan|nadi',
      'gantung diri',
      'lompat|loncat gedung|jembatan|rel|ingin|lantai|atap',
      'biar mati',
      'better off dead',
      'feel like mati ~1',
      'dont want live ~2',
      'modar ingin|rasa',
      'timbun obat tidur|minum|semua|banyak ~4',
      'timbun tali|racun|silet ~1',
      '> tidak guna hidup ~3',
      '> hidup tidak guna ~2',
      'obat tidur minum semua|sekaligus|banyak ~4',
    ],
    kecuali: [
      'ketawa|tertawa|haha|hehe|wkwk|wkwkwk|lucu|ngakak',
      'antri|antrian|nunggu|nungguin',
      'skripsi|tugas|kerjaan|deadline|macet',
      'cinta',
      'lampu|listrik|motor|mobil|hp|laptop|baterai|sinyal|mesin|ikan|kucing|anjing|ayam|tanaman|gaya mati',
      'kena|pisau|dapur|kaca|masak sayat',
    ],
  }),
  aturan({
    kode: 'alergi_berat',
    tingkat: 'merah',
    kalimat: {
      id: 'bengkak di bibir, lidah atau wajah, atau alergi yang berat',
      en: 'swelling of lips, tongue or face, or a severe allergy',
    },
    sumber: `${PPK}: reaksi anafilaktik`,
    frasa: [
      'lidah bengkak',
      'bibir bengkak ~3',
      'habis bengkak wajah|bibir|lidah ~5',
      'wajah|bibir|mata bengkak & sesak|napas|gatal',
      'gatal & sesak|napas|pingsan & habis|minum|makan',
      'gatal & bengkak & lemas|pingsan|sesak',
      'tenggorokan tutup|cekik',
      'gatal & cekik',
      'lidah besar',
      'alergi berat|hebat|parah',
      'anaphylaxis',
      'anafilaksis',
    ],
    kecuali: [
      'hidung tersumbat',
      'nangis|menangis|gigi',
      'bengkak dikit|sedikit ~1',
      'bengkak jerawat|jerawatan|bisul|sariawan|operasi ~4',
      'gigit sendiri ~2',
    ],
  }),
  aturan({
    kode: 'keracunan',
    tingkat: 'merah',
    kalimat: {
      id: 'tertelan racun, benda berbahaya atau obat terlalu banyak',
      en: 'swallowed poison, a dangerous thing or too much medicine',
    },
    sumber: `${GAWAT}; ${PPK}: keracunan`,
    frasa: [
      'minum racun ~3',
      'minum pemutih|karbol|koin|magnet|jarum|peniti',
      '> minum obat nyamuk ~1',
      'overdosis',
      'over dosis',
      'kelebihan obat|dosis ~2',
      'minum obat banyak|kebanyakan|sekaligus ~4',
      'kebanyakan obat ~3',
      '> minum obat #>15-500 ~3',
      '> minum #>15-500 obat ~3',
      'obat #>15-200 obat ~2',
    ],
    kecuali: [
      'keracunan makanan',
      'sisa|stok|cukup|tebus|ditebus|diresepkan obat',
      'kelebihan|kebanyakan & #<4 tablet|kapsul|butir|pil|sendok ~1',
      'makanan artikel',
      'taruh|simpan racun',
      'minum sabun & cuci',
      '500|250|mg|gram minum',
      'makan soda',
      'solar panel',
    ],
    menetap: true,
  }),
  aturan({
    kode: 'gigitan_ular',
    tingkat: 'merah',
    kalimat: { id: 'gigitan ular', en: 'a snake bite' },
    sumber: `${GAWAT}; Kemenkes RI, penanganan gigitan ular`,
    frasa: ['gigit ular'],
    menetap: true,
  }),
  aturan({
    kode: 'cedera_berat',
    tingkat: 'merah',
    kalimat: { id: 'cedera berat', en: 'a severe injury' },
    sumber: `${GAWAT}: memerlukan tindakan segera; ${PPK}: trauma kepala, patah tulang terbuka`,
    frasa: [
      'kepala bentur & muntah|ngantuk|pingsan|darah',
      'kepala bocor|pecah & jatuh|bentur|celaka',
      'jatuh kepala & muntah|pingsan',
      'jatuh tinggi dari ~2',
      'tulang keluar',
      'telinga|kuping darah & jatuh|celaka|bentur',
      'tulang tampak ~2 & celaka|jatuh|luka|patah',
      'ditusuk orang|pisau|perampok|rampok|begal|preman|senjata ~2',
      'ditikam|dibacok|kebacok|ditembak|tertembak|ketembak',
      'senjata|pisau|kaca nancep|menancap|nancap|tertancap|ketancep ~2',
      'jari|telunjuk|jempol|kelingking|anggota putus ~2',
      'patah keluar|kelihatan|terlihat|terbuka',
      'celaka & tidak|pingsan|darah|hebat|kepala|sadar',
      'celaka darah|kepala',
    ],
    kecuali: ['tangga lecet', 'tidak ada luka', 'gigi patah', 'kuku putus'],
  }),
  aturan({
    kode: 'luka_bakar',
    tingkat: 'merah',
    kalimat: { id: 'luka bakar yang luas atau sengatan listrik', en: 'a large burn or an electric shock' },
    sumber: `${PPK}: luka bakar; ${GAWAT}`,
    frasa: [
      'luka bakar luas ~4',
      'bakar luas',
      'siram air_panas ~2',
      'tumpah air_panas ~2 & badan|perut|dada|wajah|paha|anak|tangan|kaki|punggung',
      'setrum',
      'sengat|tersengat listrik',
      'air keras mata',
      'mata kimia ~4',
      'ciprat air keras ~1',
    ],
    kecuali: ['setrum dikit|sedikit|statis', 'sengat matahari', 'tersengat|kesengat tawon|lebah|ubur|matahari|semut'],
  }),
  aturan({
    kode: 'tersedak',
    tingkat: 'merah',
    kalimat: { id: 'tersedak atau tenggelam', en: 'choking or drowning' },
    sumber: `${GAWAT}: gangguan jalan napas; ${MTBS}`,
    frasa: ['sedak', 'tenggelam'],
    kecuali: [
      'matahari tenggelam',
      'tenggelam dalam game|kerjaan|pekerjaan|pikiran|lamunan|tugas|kesibukan',
      'sedak & bentar|sebentar|dikit|sedikit',
      'sedak & tidak apa',
    ],
  }),
  aturan({
    kode: 'balita_bahaya',
    tingkat: 'merah',
    kalimat: {
      id: 'anak tidak bisa minum atau menyusu, memuntahkan semuanya, atau lemas sekali',
      en: 'a child who cannot drink or breastfeed, vomits everything or is very weak',
    },
    sumber: `${MTBS}: tanda bahaya umum`,
    syarat: { sampaiBulan: 60 },
    jawaban: [
      { kode: 'tidak_bisa_minum', sama: true },
      { kode: 'muntah_semua', sama: true },
      { kode: 'lesu', sama: true },
    ],
    frasa: [
      '> tidak mau|bisa|sanggup minum_anak ~1',
      'keluar semua & suap|minum_anak',
      '> masuk keluar ~1 & muntah',
      'malas|males nyusu',
      'muntah semua ~3',
      'anak lemas hebat ~3',
      'lemas hebat',
      'lemas & tidak mau minum_anak|bangun',
      'mata cekung',
      'rintih',
      '> anak lemas tidak gerak ~2',
      'anak lemas & tidak tenaga',
      'lemas seperti kain',
      'diare & tidak kencing ~2',
    ],
    kecuali: ['minum obat|vitamin|sirup|teh|susu_formula|dot|air_putih', 'susu formula', 'biasa main|aktif'],
  }),
  aturan({
    kode: 'napas_anak',
    tingkat: 'merah',
    kalimat: {
      id: 'napas anak cepat, berbunyi atau dada tertarik ke dalam',
      en: 'a child breathing fast, noisily or with the chest drawn in',
    },
    sumber: `${MTBS}: batuk atau sukar bernapas`,
    syarat: { sampaiBulan: 60 },
    jawaban: [{ kode: 'napas_anak', sama: true }],
    frasa: ['napas cepat', 'dada tarik ~2', 'napas bunyi', 'cuping hidung', 'stridor'],
    kecuali: ['napas ingus'],
  }),
  aturan({
    kode: 'bayi_bahaya',
    tingkat: 'merah',
    kalimat: { id: 'tanda bahaya pada bayi di bawah 2 bulan', en: 'a danger sign in a baby under 2 months' },
    sumber: MTBM,
    syarat: { sampaiBulan: 2 },
    jawaban: [
      { kode: 'demam', sama: true },
      { kode: 'suhu', mulai: 37.5 },
    ],
    frasa: [
      'demam',
      'suhu #>37.5-43',
      '> tidak mau|bisa|sanggup nyusu ~1',
      'malas|males nyusu',
      'lemas',
      'rintih',
      'badan dingin',
      'kuning telapak ~3',
      'kuning baru lahir',
      'pusar nanah|bau|merah',
    ],
    kecuali: ['air|dada|bedong panas', 'cuaca panas', 'panas|demam turun'],
  }),
  aturan({
    kode: 'hamil_perdarahan',
    tingkat: 'merah',
    kalimat: { id: 'perdarahan pada kehamilan', en: 'bleeding in pregnancy' },
    sumber: `${KIA} kehamilan; ${PPK}`,
    syarat: { hamil: true, jenisKelamin: 'P' },
    jawaban: [{ kode: 'hamil_keluhan', sama: 'perdarahan' }],
    frasa: ['keluar darah ~4', 'flek banyak|darah|hebat ~3', 'perdarahan', 'bleeding', 'darah banyak|lahir|gumpalan'],
    kecuali: ['cek|tes|hasil|lab|golongan|donor|transfusi|gula|tambah|kurang|tekanan darah', 'mimisan', 'gusi'],
  }),
  aturan({
    kode: 'hamil_ketuban',
    tingkat: 'merah',
    kalimat: { id: 'air ketuban keluar', en: 'the waters have broken' },
    sumber: `${KIA} kehamilan`,
    syarat: { hamil: true, jenisKelamin: 'P' },
    jawaban: [{ kode: 'hamil_keluhan', sama: 'ketuban' }],
    frasa: ['ketuban pecah', 'ketuban keluar ~4', 'air keluar jalan lahir ~3', 'water broke'],
  }),
  aturan({
    kode: 'hamil_gerak_janin',
    tingkat: 'merah',
    kalimat: { id: 'gerak janin berkurang atau tidak terasa', en: 'the baby moves less or not at all' },
    sumber: `${KIA} kehamilan`,
    syarat: { hamil: true, jenisKelamin: 'P' },
    jawaban: [{ kode: 'hamil_keluhan', sama: 'gerak_janin' }],
    frasa: [
      '> janin tidak|belum gerak ~3',
      '> gerak janin tidak ~2',
      '> janin gerak tidak ~2 & ada|terasa|kerasa|berasa',
      'janin kurang gerak',
      'janin hasnt moved',
      'janin belum gerak',
      '> tidak|belum gerak ~2 & janin',
      'janin diam ~4',
    ],
  }),
  aturan({
    kode: 'hamil_preeklampsia',
    tingkat: 'merah',
    kalimat: {
      id: 'sakit kepala hebat, pandangan kabur atau bengkak pada kehamilan',
      en: 'bad headache, blurred sight or swelling in pregnancy',
    },
    sumber: `${KIA} kehamilan; ${PPK}: preeklampsia`,
    syarat: { hamil: true, jenisKelamin: 'P' },
    jawaban: [{ kode: 'hamil_keluhan', sama: 'sakit_kepala' }],
    frasa: [
      'pusing|kepala hebat|berat',
      'kepala sakit hebat',
      'lihat kabur',
      'mata kunang|kabur',
      'bengkak wajah & kepala|pusing|kabur',
      'tensi #>160-300',
    ],
    kecuali: ['perut|gigi|pinggang|kaki|punggung sakit'],
  }),
  aturan({
    kode: 'sakit_kepala_hebat',
    tingkat: 'merah',
    kalimat: { id: 'sakit kepala hebat yang tiba-tiba', en: 'a sudden very bad headache' },
    sumber: `${PPK}: tanda bahaya nyeri kepala`,
    frasa: [
      'kepala sakit hebat mendadak ~4',
      'kepala mendadak hebat ~4',
      'kepala pecah',
      'kepala meledak mendadak|hebat|kini ~4',
      'kepala terhebat|terparah|worst ~4',
      'kepala paling parah|hebat ~2',
      'belum pernah sesakit',
      'kepala sakit petir|disambar ~5',
      'kepala sakit luar biasa ~2',
      'tensi #>180-300 ~4 & kepala|dada|sesak|kabur',
    ],
    kecuali: ['mikirin|tugas|kerjaan|skripsi|cicilan|utang|hutang|mikir'],
  }),
  aturan({
    kode: 'kaku_kuduk',
    tingkat: 'merah',
    kalimat: { id: 'demam dengan leher kaku', en: 'fever with a stiff neck' },
    sumber: `${PPK}: meningitis; ${MTBS}: demam`,
    frasa: ['leher kaku & demam', 'leher tidak tunduk & demam'],
  }),
  aturan({
    kode: 'nyeri_perut_hebat',
    tingkat: 'merah',
    kalimat: { id: 'nyeri perut yang hebat', en: 'severe pain in the belly' },
    sumber: `${PPK}: akut abdomen, apendisitis akut`,
    frasa: [
      'perut sakit hebat',
      'perut mendadak sakit hebat',
      'perut keras papan ~3',
      'perut sakit & tidak bisa jalan|berdiri',
      'usus pecah',
      'severe abdomen|abdominal|perut sakit',
    ],
    kecuali: ['haid|menstruasi|mens|datang_bulan'],
  }),
  aturan({
    kode: 'gula_darah',
    tingkat: 'merah',
    kalimat: { id: 'gula darah sangat rendah atau sangat tinggi', en: 'very low or very high blood sugar' },
    sumber: `${PPK}: hipoglikemia, hiperglikemia`,
    frasa: ['gula #<70-10', 'gula #>400-1500', '> gula hi|high ~5'],
    kecuali: ['sendok|gram|kalori gula'],
  }),
  aturan({
    kode: 'syok',
    tingkat: 'merah',
    kalimat: {
      id: 'keringat dingin dengan lemas, pucat atau tangan kaki dingin',
      en: 'cold sweat with weakness, pallor or cold hands and feet',
    },
    sumber: `${GAWAT}: gangguan hemodinamik; ${PPK}: syok, demam berdarah dengue`,
    frasa: [
      'keringat dingin & lemas hebat',
      'keringat dingin & pucat',
      'dingin badan|tangan|kaki & pucat & lemas|nadi|gelisah',
      'dingin badan|tangan|kaki & keringat & lemas|pucat|jatuh|gelisah',
      'keringat dingin & pingsan|jatuh|gelap',
      'dingin tangan|kaki & pucat & lemas hebat',
      'demam & dingin kaki|tangan|badan & lemas|gelisah|gusi|mimisan|darah',
      'demam berdarah & dingin',
      'dbd & dingin|gelisah',
      '> tidak kencing ~1 & lemas',
      'kencing tidak & diare|muntah & lemas',
      '> tidak|belum kencing ~1 & diare|muntah',
      'mata cekung & diare|muntah',
    ],
    kecuali: ['gugup', 'presentasi'],
  }),
  aturan({
    kode: 'nifas_infeksi',
    tingkat: 'merah',
    kalimat: { id: 'demam atau cairan berbau sesudah melahirkan', en: 'fever or foul discharge after giving birth' },
    sumber: `${KIA} nifas`,
    syarat: { dariBulan: 144, jenisKelamin: 'P' },
    frasa: ['> habis lahir ~1 & demam|menggigil', 'lahir cairan|keputihan|darah bau ~5', '> habis lahir ~1 & bau'],
    kecuali: ['bayi|anak|janin demam|bau', 'badan|mulut|keringat|ketiak bau'],
  }),
  aturan({
    kode: 'nyeri_zakar',
    tingkat: 'merah',
    kalimat: { id: 'nyeri atau bengkak buah zakar yang tiba-tiba', en: 'sudden pain or swelling of a testicle' },
    sumber: `${GAWAT}: memerlukan tindakan segera`,
    syarat: { jenisKelamin: 'L' },
    frasa: ['buah_zakar sakit mendadak|hebat ~4', 'buah_zakar sakit bengkak ~4', 'buah_zakar bengkak mendadak|hebat ~4'],
  }),
  aturan({
    kode: 'tidak_bisa_kencing',
    tingkat: 'merah',
    kalimat: { id: 'tidak bisa kencing sama sekali', en: 'not able to pass any urine' },
    sumber: `${GAWAT}: memerlukan tindakan segera`,
    frasa: ['> tidak bisa kencing ~1 & sama|seharian|kemarin|semalam|semalem|pagi', '> tidak bisa kencing ~1 & perut'],
    kecuali: ['tahan kencing', 'toilet|wc'],
  }),
  aturan({
    kode: 'membahayakan_orang',
    tingkat: 'merah',
    kalimat: { id: 'mengamuk atau ingin melukai orang lain', en: 'raging, or wanting to hurt somebody' },
    sumber: `${GAWAT}: membahayakan diri dan orang lain`,
    frasa: [
      'amuk & senjata|serang|banting|lempar|ngelempar',
      '> mau|ingin serang orang_lain_diserang ~1',
      'bisikan suruh serang|mati|bunuh ~3',
      'bawa|pegang|megang senjata & ngancam|mengancam|ancam|amuk',
    ],
    kecuali: ['game|film|mimpi|sinetron|drama|novel|lucu|haha|hehe|wkwk', 'kucing|anjing|ayam|nyamuk|tikus|kecoa'],
  }),
  aturan({
    kode: 'demam_perdarahan',
    tingkat: 'merah',
    kalimat: { id: 'demam dengan perdarahan', en: 'fever with bleeding' },
    sumber: `${PPK}: demam berdarah dengue; ${MTBS}: demam berdarah dengue`,
    frasa: ['demam & mimisan', 'demam & gusi darah', 'demam & bintik merah & lemas|dingin'],
    kecuali: ['tahun|bulan lalu'],
  }),
  // What should not wait for long, but is no emergency by itself.
  aturan({
    kode: 'demam_tinggi',
    tingkat: 'kuning',
    kalimat: { id: 'demam tinggi', en: 'high fever' },
    sumber: `${PPK}: demam; ${MTBS}: demam`,
    jawaban: [{ kode: 'suhu', mulai: 39 }],
    frasa: ['demam tinggi', 'demam #>39-43', 'suhu #>39-43'],
  }),
  aturan({
    kode: 'demam_lama',
    tingkat: 'kuning',
    kalimat: { id: 'demam tiga hari atau lebih', en: 'fever for three days or more' },
    sumber: `${PPK}: demam berdarah dengue, demam tifoid`,
    jawaban: ['4_7_hari', 'lebih_seminggu'].map((sama) => ({ kode: 'demam', sama: true, bersama: { kode: 'sejak', sama } })),
    frasa: ['demam #>3-30 hari ~3', 'demam seminggu', 'demam minggu'],
  }),
  aturan({
    kode: 'tensi_tinggi',
    tingkat: 'kuning',
    kalimat: { id: 'tekanan darah sangat tinggi', en: 'very high blood pressure' },
    sumber: `${PPK}: hipertensi`,
    frasa: ['tensi #>180-300 ~3'],
  }),
  aturan({
    kode: 'muntah_terus',
    tingkat: 'kuning',
    kalimat: { id: 'muntah atau diare terus-menerus', en: 'vomiting or diarrhoea that does not stop' },
    sumber: `${PPK}: gastroenteritis; ${MTBS}: diare`,
    frasa: ['muntah terus', 'diare terus', 'diare darah', 'bab darah', 'muntah semua'],
  }),
  aturan({
    kode: 'berdebar',
    tingkat: 'kuning',
    kalimat: { id: 'jantung berdebar', en: 'palpitations' },
    sumber: `${PPK}: takikardia`,
    frasa: ['jantung berdebar'],
    kecuali: ['presentasi|gugup|ujian|wawancara'],
  }),
]

const KODE = new Map(ATURAN.map((one) => [one.kode, one]))

/** A rule that there is, or was: an older version's sign keeps its kode. */
export const aturanOf = (kode: string): Aturan | undefined => KODE.get(kode)

/** Months of a grown person, which somebody counts as whose age is not known. */
const GROWN = 360

/** Does it speak of somebody of this age and sex? A sex that is not known is either. */
export function suitsBody({ dariBulan = 0, sampaiBulan = Number.POSITIVE_INFINITY, jenisKelamin }: Syarat, siapa: Siapa): boolean {
  const umur = siapa.umurBulan ?? GROWN
  return umur >= dariBulan && umur < sampaiBulan && (!jenisKelamin || siapa.jenisKelamin === null || jenisKelamin === siapa.jenisKelamin)
}

/** The same of a rule, which may also be about pregnancy alone. */
export const suits = ({ syarat }: { syarat: Syarat }, siapa: Siapa): boolean =>
  suitsBody(syarat, siapa) && (!syarat.hamil || siapa.hamil === true)
