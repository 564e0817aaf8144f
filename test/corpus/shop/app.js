const express = require('express');
const cookieParser = require('cookie-parser');
const session = require('express-session');
const products = require('./routes/products');
const files = require('./routes/files');
const account = require('./routes/account');
const partners = require('./routes/partners');
const reviews = require('./routes/reviews');
const tools = require('./routes/tools');

const app = express();

app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use(cookieParser());
app.use(
  session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: false, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 },
  }),
);

app.use('/products', products);
app.use('/files', files);
app.use('/account', account);
app.use('/partners', partners);
app.use('/reviews', reviews);
app.use('/tools', tools);

app.get('/', (req, res) => {
  res.json({ name: 'shop', page: Number(req.query.page ?? 1) });
});

app.listen(Number(process.env.PORT ?? 3000));

module.exports = app;
