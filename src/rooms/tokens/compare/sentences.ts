/**
 * The first sentence of the Universal Declaration of Human Rights, Article 1, as the United Nations publish it: the same said
 * in twelve languages.
 */
export const sentences = [
  {
    language: 'English',
    code: 'en',
    text: 'All human beings are born free and equal in dignity and rights.',
  },
  {
    language: 'Español',
    code: 'es',
    text: 'Todos los seres humanos nacen libres e iguales en dignidad y derechos.',
  },
  {
    language: 'Français',
    code: 'fr',
    text: 'Tous les êtres humains naissent libres et égaux en dignité et en droits.',
  },
  {
    language: 'Deutsch',
    code: 'de',
    text: 'Alle Menschen sind frei und gleich an Würde und Rechten geboren.',
  },
  {
    language: 'Русский',
    code: 'ru',
    text: 'Все люди рождаются свободными и равными в своем достоинстве и правах.',
  },
  {
    language: 'Türkçe',
    code: 'tr',
    text: 'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.',
  },
  { language: 'Kiswahili', code: 'sw', text: 'Watu wote wamezaliwa huru, hadhi na haki zao ni sawa.' },
  { language: 'العربية', code: 'ar', text: 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.' },
  {
    language: 'हिन्दी',
    code: 'hi',
    text: 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।',
  },
  { language: '中文', code: 'zh', text: '人人生而自由，在尊严和权利上一律平等。' },
  {
    language: '日本語',
    code: 'ja',
    text: 'すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。',
  },
  {
    language: '한국어',
    code: 'ko',
    text: '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.',
  },
] as const;
