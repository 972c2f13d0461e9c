/**
 * Names of medicines. Sources: generic names as Formularium Nasional has them (KMK HK.01.07/MENKES/2197/2023), English names as WHO's INN;
 * brands as they are registered with BPOM. Compiled 2026-11-29 by hand, and by no means all that there are: a name that is not here is free text.
 * A row has its substances, joined by `+`, then other names and brands; what differs only in spelling is not repeated (nama-obat.ts).
 */
export const SUMBER_OBAT = {
  sumber: 'Formularium Nasional (KMK HK.01.07/MENKES/2197/2023), INN (WHO), brands registered with BPOM; compiled by hand.',
  tanggal: '2026-11-29',
} as const

/** Groups that an allergy may name: it then means all of their members. */
export const KELAS_OBAT = ['penisilin', 'sefalosporin', 'sulfa', 'nsaid'] as const
export type KelasObat = (typeof KELAS_OBAT)[number]

/** What people call a group. */
export const NAMA_KELAS: Readonly<Record<KelasObat, readonly string[]>> = {
  penisilin: ['penisilin', 'penicillins', 'penisilina'],
  sefalosporin: ['sefalosporin', 'cephalosporin', 'cefalosporin', 'cephalosporins'],
  sulfa: ['sulfa', 'sulpha', 'sulfonamid', 'sulfonamide', 'sulfonamides', 'sulphonamide'],
  nsaid: ['nsaid', 'nsaids', 'ains', 'oains', 'antiinflamasi nonsteroid', 'anti inflamasi non steroid', 'antiinflamasi nonsteroidal'],
}

const PENISILIN = `
  amoksisilin: amoxsan, yusimox, kalmoxillin, amoxil, hufanoxil
  amoksisilin + asam klavulanat: augmentin, koamoksiklav, co amoxiclav, amoxiclav, clavulanate, amoxicillin clavulanic acid
  ampisilin: viccillin
  ampisilin + sulbaktam: unasyn
  sultamisilin
  benzilpenisilin: penisilin g
  benzatin benzilpenisilin: benzathine penicillin, penadur
  prokain benzilpenisilin: procaine penicillin
  fenoksimetilpenisilin: penisilin v
  kloksasilin
  dikloksasilin
  flukloksasilin
  oksasilin
  piperasilin
  piperasilin + tazobaktam: tazocin
  tikarsilin
  sulbenisilin`

const SEFALOSPORIN = `
  sefadroksil: duricef
  sefaleksin: cephalexin
  sefazolin: cephazolin
  sefradin: cephradine
  sefaklor
  sefuroksim: zinnat
  sefprozil
  sefiksim: cefspan, fixiphar
  sefotaksim: claforan
  seftriakson: rocephin
  seftazidim: fortum
  seftizoksim: cefizox
  sefoperazon
  sefoperazon + sulbaktam
  sefdinir
  sefditoren
  sefpodoksim
  sefepim: maxipime
  sefpirom
  seftibuten
  seftarolin`

const SULFA = `
  sulfametoksazol + trimetoprim: kotrimoksazol, co trimoxazole, bactrim, sanprima
  sulfametoksazol
  sulfadiazin: silver sulfadiazine, perak sulfadiazin, burnazin
  sulfadoksin + pirimetamin: fansidar
  sulfadoksin
  sulfasalazin: sulcolon
  sulfasetamid: sulphacetamide`

const NSAID = `
  ibuprofen: proris, bufect, brufen, farsifen
  asam mefenamat: mefenamic acid, mefenamat, mefenamic, ponstan, mefinal
  diklofenak: natrium diklofenak, kalium diklofenak, voltaren, voltadex, cataflam
  piroksikam: feldene
  tenoksikam
  meloksikam: movi cox, artrilox
  ketoprofen: kaltrofen, profenid, pronalges
  deksketoprofen
  ketorolak: toradol
  naproksen
  indometasin
  etodolak
  nabumeton
  flurbiprofen
  selekoksib: celebrex
  etorikoksib: arcoxia
  parekoksib: dynastat
  asetosal: aspirin, asam asetilsalisilat, acetylsalicylic acid, aspilets, cardio aspirin, ascardia, miniaspi
  metamizol: antalgin, novalgin, dipiron, metampiron, metamizole sodium`

const LAINNYA = `
  parasetamol: asetaminofen, panadol, sanmol, pamol, tempra, sumagesic, biogesic, praxion, termorex, dumin
  parasetamol + kafein: panadol extra, bodrex, oskadon
  tramadol: tramal
  tramadol + parasetamol: ultracet
  siprofloksasin: ciproxin, baquinor
  levofloksasin: cravit
  ofloksasin: tarivid
  moksifloksasin: avelox
  azitromisin: zithromax
  eritromisin: erysanbe, erythrocin
  klaritromisin: abbotic
  roksitromisin
  spiramisin
  klindamisin: dalacin
  linkomisin: lincocin
  doksisiklin: vibramycin
  tetrasiklin
  minosiklin
  kloramfenikol: colsancetine, kalmicetine
  tiamfenikol: thiamycin, biothicol
  gentamisin: garamycin
  amikasin
  tobramisin
  neomisin
  streptomisin
  meropenem
  vankomisin
  fosfomisin
  nitrofurantoin
  metronidazol: flagyl
  trimetoprim
  mupirosin: bactroban
  asam fusidat: fusidic acid, natrium fusidat, fucidin
  nistatin: mycostatin, candistin
  ketokonazol: nizoral, mycoral, formyco
  mikonazol: daktarin
  klotrimazol: canesten
  flukonazol: diflucan
  itrakonazol: sporanox
  griseofulvin
  terbinafin: lamisil
  asiklovir: zovirax
  valasiklovir: valtrex
  oseltamivir: tamiflu
  favipiravir: avigan
  tenofovir
  lamivudin
  efavirenz
  dolutegravir
  zidovudin
  nevirapin
  isoniazid: inh
  rifampisin
  pirazinamid
  etambutol
  klorokuin: chloroquine
  hidroksiklorokuin: hydroxychloroquine, plaquenil
  primakuin: primaquine
  kinin: quinine
  artemeter + lumefantrin: coartem
  dihidroartemisinin + piperakuin
  albendazol
  mebendazol: vermox
  pirantel pamoat: pirantel, combantrin
  prazikuantel: praziquantel
  dietilkarbamazin
  ivermektin
  permetrin: scabimite
  deksametason: oradexon
  prednison
  prednisolon
  metilprednisolon: medrol, medixon, lameson, sanexon
  hidrokortison
  betametason
  triamsinolon: kenacort, kenalog
  mometason: elocon
  desoksimetason: desoximetasone
  klobetasol
  flutikason: flixotide
  budesonid: pulmicort
  budesonid + formoterol: symbicort
  salmeterol + flutikason: seretide
  setirizin: zyrtec, ryzen, ozen
  levosetirizin: xyzal
  loratadin: claritin
  desloratadin: aerius
  feksofenadin: telfast
  klorfeniramin: ctm, klorfeniramin maleat, chlorpheniramine maleate, klorfenamin
  deksklorfeniramin
  difenhidramin: benadryl
  dimenhidrinat: dramamine, antimo
  hidroksizin: iterax
  siproheptadin
  prometazin
  triprolidin
  mebhidrolin: interhistin
  omeprazol: losec
  esomeprazol: nexium
  lansoprazol: prosogan
  pantoprazol: pantozol
  rabeprazol: pariet
  ranitidin: zantac, acran
  famotidin
  simetidin
  sukralfat: inpepsa
  aluminium hidroksida + magnesium hidroksida: antasida, antacid, antasida doen, mylanta, polysilane
  domperidon: vometa, motilium
  metoklopramid: primperan
  ondansetron: zofran, narfoz
  loperamid: imodium
  attapulgit: new diatabs, entrostop
  kaolin + pektin
  oralit: ors, garam oralit
  zinc: seng sulfat, zinc sulfate, zinkid, zincpro
  bisakodil: dulcolax
  laktulosa: lactulose
  hiosin butilbromida: hyoscine butylbromide, skopolamin butilbromida, buscopan
  asam ursodeoksikolat: ursodeoxycholic acid
  metformin: glucophage
  glibenklamid: daonil
  glimepirid: amaryl
  gliklazid: diamicron
  glikuidon: gliquidone, glurenorm
  glipizid
  akarbose: glucobay
  pioglitazon: actos
  sitagliptin: januvia
  vildagliptin: galvus
  linagliptin: trajenta
  empagliflozin: jardiance
  dapagliflozin: forxiga
  insulin aspart: novorapid
  insulin lispro: humalog
  insulin glulisin: apidra
  insulin glargin: lantus
  insulin detemir: levemir
  amlodipin: norvask, norvasc
  nifedipin: adalat
  nikardipin
  diltiazem: herbesser
  verapamil: isoptin
  kaptopril: capoten
  enalapril
  lisinopril
  ramipril
  perindopril
  imidapril: tanapres
  kandesartan: blopress
  valsartan: diovan
  losartan: cozaar
  irbesartan: aprovel
  telmisartan: micardis
  bisoprolol: concor
  propranolol: inderal
  atenolol: tenormin
  metoprolol
  karvedilol: carvedilol
  klonidin: catapres
  metildopa: dopamet
  furosemid: lasix
  spironolakton: aldactone
  hidroklorotiazid: hct
  manitol
  simvastatin: zocor
  atorvastatin: lipitor
  rosuvastatin: crestor
  pravastatin
  fenofibrat
  gemfibrozil: lopid
  alopurinol: zyloric
  febuksostat: febuxostat
  kolkisin: colchicine
  klopidogrel: plavix
  tikagrelor: brilinta
  silostazol: pletaal
  warfarin: simarc
  rivaroksaban: xarelto
  heparin
  enoksaparin: lovenox
  digoksin: lanoxin
  amiodaron
  isosorbid dinitrat: isdn, cedocard
  gliseril trinitrat: nitrogliserin
  dekstrometorfan
  ambroksol: mucopect
  bromheksin: bisolvon
  asetilsistein: fluimucil, n acetylcysteine
  erdostein: vectrine
  karbosistein: carbocisteine
  gliseril guaiakolat: guaifenesin, guaifenesina, gg
  salbutamol: ventolin, albuterol
  salbutamol + ipratropium: combivent
  terbutalin: bricasma
  prokaterol: meptin
  fenoterol: berotec
  ipratropium: atrovent
  formoterol
  tiotropium: spiriva
  teofilin
  aminofilin
  montelukast: singulair
  pseudoefedrin
  fenilefrin
  oksimetazolin: afrin, iliadin
  amitriptilin
  fluoksetin: prozac
  sertralin: zoloft
  esitalopram
  haloperidol
  risperidon
  olanzapin
  kuetiapin: quetiapine, seroquel
  aripiprazol
  klozapin
  klorpromazin
  litium karbonat: lithium
  karbamazepin: tegretol
  fenitoin: dilantin
  asam valproat: valproic acid, natrium valproat, sodium valproate, divalproex, depakote, depakene
  gabapentin
  pregabalin: lyrica
  levetirasetam: keppra
  topiramat: topamax
  triheksifenidil
  levodopa + benserazid: madopar
  flunarizin
  betahistin: merislon, betaserc
  sumatriptan
  ergotamin + kafein: cafergot
  eperison: myonal
  tizanidin
  diazoksid
  levotiroksin: euthyrox, thyrax
  propiltiourasil: ptu
  tiamazol: methimazole, thyrozol
  asam traneksamat: tranexamic acid, kalnex
  fitomenadion: phytonadione, vitamin k, vitamin k 1
  asam folat: folic acid
  asam askorbat: vitamin c, ascorbic acid
  tiamin: vitamin b 1
  riboflavin: vitamin b 2
  piridoksin: vitamin b 6
  sianokobalamin: vitamin b 12
  mekobalamin: mecobalamin, methylcobalamin
  kolekalsiferol: vitamin d 3, vitamin d
  kalsitriol
  retinol: vitamin a
  tokoferol: vitamin e
  ferro sulfat: ferrous sulfate, besi sulfat
  ferro fumarat: ferrous fumarate
  kalsium karbonat: calcium carbonate
  kalsium laktat: calcium lactate
  kalium klorida: potassium chloride
  natrium bikarbonat: sodium bicarbonate
  misoprostol: cytotec
  metilergometrin: methylergometrine
  oksitosin
  levonorgestrel
  etinilestradiol + levonorgestrel: microgynon
  medroksiprogesteron: depo provera
  noretisteron: primolut n
  progesteron: utrogestan
  klomifen
  sildenafil: viagra
  finasterid
  tamsulosin
  solifenasin
  timolol
  latanoprost
  pilokarpin
  asetazolamid
  kalamin: calamine
  asam salisilat: salicylic acid
  benzoil peroksida: benzoyl peroxide
  tretinoin
  isotretinoin
  asam azelat: azelaic acid
  povidon iodin: betadine
  klorheksidin
  lidokain
  bupivakain
  epinefrin: adrenalin
  atropin
  metotreksat: methotrexate
  azatioprin
  siklosporin
  tamoksifen
  letrozol
`

export interface Obat {
  /** As it is shown: the substances, in Indonesian. */
  readonly nama: string
  readonly zat: readonly string[]
  readonly kelas: KelasObat | null
  readonly namaLain: readonly string[]
}

const GROUPS: readonly (readonly [KelasObat | null, string])[] = [
  ['penisilin', PENISILIN],
  ['sefalosporin', SEFALOSPORIN],
  ['sulfa', SULFA],
  ['nsaid', NSAID],
  [null, LAINNYA],
]

/** A row of such a list. */
function readRow(row: string, kelas: KelasObat | null): Obat {
  const [nama = '', others = ''] = row.split(':').map((part) => part.trim())
  const namaLain = others.split(',').map((one) => one.trim())
  return { nama, zat: nama.split(' + '), kelas, namaLain: namaLain.filter(Boolean) }
}

export const DAFTAR_OBAT: readonly Obat[] = GROUPS.flatMap(([kelas, rows]) =>
  rows
    .trim()
    .split(/\s*\n\s*/)
    .map((row) => readRow(row, kelas)),
)
