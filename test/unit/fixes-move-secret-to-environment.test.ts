import { example, suite } from './fixes-support';

suite('move-secret-to-environment', {
  javascript: [
    example('javascript', 'hardcoded-secret', 'express-session: a known default', { at: "'keyboard cat'" }),
    {
      title: 'the name of the constant',
      place: { at: "'q7Rt2LmX9vKp4WsZ8nYd'" },
      bad: "const apiKey = 'q7Rt2LmX9vKp4WsZ8nYd';\n",
      good: 'const apiKey = process.env.API_KEY;\n',
    },
    {
      title: 'an argument without a name',
      place: { at: "'s3cr3t'" },
      bad: "jwt.sign(payload, 's3cr3t');\n",
      good: 'jwt.sign(payload, process.env.JWT_SECRET);\n',
    },
    {
      title: 'the receiver where the function only says what is done',
      place: { at: "'pw'" },
      bad: "mysql.createConnection({ host: 'a', password: 'pw' });\n",
      good: "mysql.createConnection({ host: 'a', password: process.env.MYSQL_PASSWORD });\n",
    },
    {
      title: 'a member that is assigned',
      place: { at: '"pw"' },
      bad: 'config.jwtSecret = "pw";\n',
      good: 'config.jwtSecret = process.env.JWT_SECRET;\n',
    },
    {
      title: 'the name that the model gives',
      place: { at: '"pw"', words: { environment: 'DATABASE_URL' } },
      bad: 'connect("pw");\n',
      good: 'connect(process.env.DATABASE_URL);\n',
    },
    {
      title: 'a default beside the variable',
      place: { at: "'pw'" },
      bad: "const secret = process.env.SECRET || 'pw';\n",
      good: 'const secret = process.env.SECRET;\n',
    },
  ],
  python: [
    {
      title: 'a constant',
      place: { at: '"q7Rt2LmX9v"' },
      bad: '"""Doc."""\n\nAPI_KEY = "q7Rt2LmX9v"\n',
      good: '"""Doc."""\n\nimport os\nAPI_KEY = os.environ["API_KEY"]\n',
    },
    {
      title: 'a keyword',
      place: { at: "'pw'" },
      bad: "import os\npsycopg2.connect(host='a', password='pw')\n",
      good: "import os\npsycopg2.connect(host='a', password=os.environ['PSYCOPG2_PASSWORD'])\n",
    },
    {
      title: 'a default of the variable',
      place: { at: "'pw'" },
      bad: "import os\nkey = os.environ.get('APP_KEY', 'pw')\n",
      good: "import os\nkey = os.environ['APP_KEY']\n",
    },
    {
      title: 'bytes',
      place: { at: 'b"pw"' },
      bad: 'import os\nsecret_key = b"pw"\n',
      good: 'import os\nsecret_key = os.environ["SECRET_KEY"].encode()\n',
    },
    {
      title: 'an item',
      place: { at: '"pw"' },
      bad: 'import os\napp.config["SECRET_KEY"] = "pw"\n',
      good: 'import os\napp.config["SECRET_KEY"] = os.environ["SECRET_KEY"]\n',
    },
  ],
  java: [
    {
      title: 'a field',
      place: { at: '"pw"' },
      bad: 'class T {\n    private static final String DB_PASSWORD = "pw";\n}\n',
      good: 'class T {\n    private static final String DB_PASSWORD = System.getenv("DB_PASSWORD");\n}\n',
    },
    {
      title: 'an argument',
      place: { at: '"pw"' },
      bad: 'class T {\n    void f() {\n        DriverManager.getConnection(url, "app", "pw");\n    }\n}\n',
      good: 'class T {\n    void f() {\n        DriverManager.getConnection(url, "app", System.getenv("DRIVER_MANAGER_SECRET"));\n    }\n}\n',
    },
  ],
});
