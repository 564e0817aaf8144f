import { example, suite } from './fixes-support';

const js = (title: string, at: string, trace: string) =>
  example('javascript', 'nosql-injection', title, { at, value: 0, trace: [trace] });

suite('string-conversion', {
  javascript: [
    js('Mongoose: findOne with a body field', 'User.findOne(', 'req.body.email'),
    js('mongodb: updateOne', "client.db('shop').collection('users').updateOne(", 'req.body.token'),
    {
      title: 'inside of operators and lists; a short form',
      place: { at: 'users.find(', value: 0 },
      bad: 'exports.f = ({ name, mail, x }) => users.find({ name, a: 1, $or: [{ mail: mail }, { x: { $eq: x.y } }] });\n',
      good: 'exports.f = ({ name, mail, x }) => users.find({ name: String(name), a: 1, $or: [{ mail: String(mail) }, { x: { $eq: String(x.y) } }] });\n',
    },
    {
      title: 'a filter in a variable, and what is added to it',
      place: { at: 'users.find(', value: 0 },
      bad: 'exports.f = (q) => {\n  const filter = { name: q.name };\n  filter.mail = q.mail;\n  return users.find(filter);\n};\n',
      good: 'exports.f = (q) => {\n  const filter = { name: String(q.name) };\n  filter.mail = String(q.mail);\n  return users.find(filter);\n};\n',
    },
    {
      title: 'a whole filter from outside',
      place: { at: 'users.find(', value: 0 },
      bad: 'exports.f = (req) => users.find(req.body);\n',
      good: undefined,
    },
    {
      title: 'a value itself, where the model says so',
      place: { at: 'users.findById(', value: 0, words: { text: 'String($value)' } },
      bad: 'exports.f = (req) => users.findById(req.body.id);\n',
      good: 'exports.f = (req) => users.findById(String(req.body.id));\n',
    },
    {
      title: 'a list of choices',
      place: { at: 'users.find(', value: 0 },
      bad: 'exports.f = (req) => users.find({ id: { $in: req.body.ids } });\n',
      good: undefined,
    },
  ],
  python: [
    {
      title: 'a member of a dictionary',
      place: { at: 'users.find_one(', value: 0 },
      bad: 'def f(body):\n    return users.find_one({"name": body["name"], "active": True})\n',
      good: 'def f(body):\n    return users.find_one({"name": str(body["name"]), "active": True})\n',
    },
  ],
});
