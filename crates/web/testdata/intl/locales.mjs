/** The languages of the retention view, in the order of `Locale`. */
export const LOCALES = [
  'en', 'en-GB', 'de', 'fr', 'es', 'es-419', 'pt-BR', 'pt-PT', 'it', 'nl', 'sv', 'da', 'nb',
  'fi', 'pl', 'cs', 'tr', 'uk', 'ar', 'he', 'hi', 'ja', 'ko', 'zh-Hans',
];
