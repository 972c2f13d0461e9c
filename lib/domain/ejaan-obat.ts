/**
 * Names of medicines as they are written in Indonesian, in English and by mistake. Only other spellings of the same substance stand in a
 * row: no brands, no groups, no abbreviations, because what is found must be what was asked for. INN in English from WHO's lists, in
 * Indonesian from Formularium Nasional; the mistakes are common ones.
 */
const EJAAN = `
  parasetamol paracetamol asetaminofen acetaminophen
  ibuprofen ibufropen ibuprofin ibuproven ibufrofen
  amoksisilin amoxicillin amoxicilin amoksilin amoxilin amoksisillin amoxycillin
  ampisilin ampicillin
  siprofloksasin ciprofloxacin ciprofloxasin siprofloxacin
  levofloksasin levofloxacin
  ofloksasin ofloxacin
  moksifloksasin moxifloxacin
  azitromisin azithromycin azitromycin azithromisin
  eritromisin erythromycin eritromycin
  klaritromisin clarithromycin
  klindamisin clindamycin
  linkomisin lincomycin
  gentamisin gentamicin gentamycin
  streptomisin streptomycin
  neomisin neomycin
  doksisiklin doxycycline doxycyclin
  tetrasiklin tetracycline tetrasiclin
  kloramfenikol chloramphenicol
  sefadroksil cefadroxil cefadroksil
  sefiksim cefixime cefixim
  sefaleksin cefalexin cephalexin
  sefotaksim cefotaxime
  seftriakson ceftriaxone
  sefuroksim cefuroxime
  kotrimoksazol cotrimoxazole kotrimoxazol
  sulfametoksazol sulfamethoxazole
  metronidazol metronidazole
  ketokonazol ketoconazole ketoconazol
  flukonazol fluconazole
  mikonazol miconazole
  klotrimazol clotrimazole
  nistatin nystatin
  asiklovir acyclovir aciclovir
  oseltamivir oseltamifir
  deksametason dexamethasone dexametason dexametasone deksamethason
  prednison prednisone
  prednisolon prednisolone
  metilprednisolon methylprednisolone metylprednisolon
  hidrokortison hydrocortisone
  betametason betamethasone
  triamsinolon triamcinolone
  setirizin cetirizine cetirizin
  loratadin loratadine
  desloratadin desloratadine
  klorfeniramin chlorpheniramine chlorfeniramin
  difenhidramin diphenhydramine
  omeprazol omeprazole omeprasol
  lansoprazol lansoprazole
  esomeprazol esomeprazole
  pantoprazol pantoprazole
  ranitidin ranitidine
  famotidin famotidine
  simetidin cimetidine
  sukralfat sucralfate sukralfate
  domperidon domperidone
  metoklopramid metoclopramide
  ondansetron ondansentron
  loperamid loperamide
  metformin metfromin
  glibenklamid glibenclamide
  glimepirid glimepiride
  gliklazid gliclazide
  amlodipin amlodipine
  nifedipin nifedipine
  kaptopril captopril
  lisinopril lisinoprill
  ramipril ramiprill
  kandesartan candesartan
  valsartan falsartan
  losartan lozartan
  bisoprolol bisopropol
  propranolol propanolol
  klonidin clonidine
  furosemid furosemide
  spironolakton spironolactone
  hidroklorotiazid hydrochlorothiazide
  simvastatin simfastatin
  atorvastatin atorfastatin
  alopurinol allopurinol
  kolkisin colchicine
  diklofenak diclofenac diclofenak
  meloksikam meloxicam
  piroksikam piroxicam
  mefenamat mefenamic mefenamik
  asetilsalisilat acetylsalicylic
  aspirin asprin
  ketorolak ketorolac
  tramadol tramadole
  kodein codeine
  dekstrometorfan dextromethorphan
  ambroksol ambroxol
  bromheksin bromhexine
  asetilsistein acetylcysteine
  salbutamol albuterol
  terbutalin terbutaline
  teofilin theophylline
  aminofilin aminophylline
  budesonid budesonide
  flutikason fluticasone
  diazepam diasepam
  alprazolam alprasolam
  amitriptilin amitriptyline
  fluoksetin fluoxetine
  karbamazepin carbamazepine
  fenitoin phenytoin
  fenobarbital phenobarbital
  haloperidol haloperidole
  risperidon risperidone
  isoniazid isoniazide
  rifampisin rifampicin
  pirazinamid pyrazinamide
  etambutol ethambutol
  klorokuin chloroquine
  primakuin primaquine
  albendazol albendazole
  mebendazol mebendazole
  pirantel pyrantel
  ivermektin ivermectin
  permetrin permethrin
  levotiroksin levothyroxine
  propiltiourasil propylthiouracil
  warfarin warfarine
  klopidogrel clopidogrel
  digoksin digoxin
  heparin heparine
  insulin insuline
  folat folic
  tokoferol tocopherol
  askorbat ascorbic
  tiamin thiamine
  piridoksin pyridoxine
  sianokobalamin cyanocobalamin
  betahistin betahistine
  flunarizin flunarizine
  dimenhidrinat dimenhydrinate
  sulfasalazin sulfasalazine
  traneksamat tranexamic`

const GROUPS = new Map(
  EJAAN.trim()
    .split(/\s*\n\s*/)
    .map((line) => line.split(' '))
    .flatMap((spellings) => spellings.map((one) => [one, spellings] as const)),
)

/** All spellings of a medicine's name, the given one among them; of any other word only itself. */
export const spellingsOf = (word: string): readonly string[] => GROUPS.get(word) ?? [word]
