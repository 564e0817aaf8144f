import { suite } from './fixes-support';

// The finding is about the literal itself.
suite('content-policy', {
  javascript: [
    {
      title: 'what is missing is appended',
      place: { at: "'default-src *;'", variant: 'incomplete' },
      bad: "set('csp', 'default-src *;');\n",
      good: "set('csp', 'default-src *; base-uri \\'none\\'; frame-ancestors \\'self\\'; form-action \\'self\\'');\n",
    },
    {
      title: 'what is too much is left out of a text',
      place: { at: `"default-src 'self'; script-src 'unsafe-eval' a.io; img-src *"`, variant: 'from-text' },
      bad: "set(\"default-src 'self'; script-src 'unsafe-eval' a.io; img-src *\");\n",
      good: 'set("default-src \'self\'; script-src a.io; img-src *");\n',
    },
    {
      title: 'never the only source',
      place: { at: `"script-src 'unsafe-inline'"`, variant: 'inline' },
      bad: 'set("script-src \'unsafe-inline\'");\n',
      good: undefined,
    },
  ],
});
