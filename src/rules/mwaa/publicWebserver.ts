import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'mwaa/public-webserver',
  subject: 'template',
  severity: 'info',
  summary: 'The web server of an Airflow environment is reached from within the network only.',
  why: 'With PUBLIC_ONLY the login page of Airflow is on the internet, and a leaked key of somebody who may open it is enough to run any DAG.',
  reference: 'https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html',
  note: 'mwaa',
  bad: [
    {
      text: `Resources:
  Airflow:
    Type: AWS::MWAA::Environment
    Properties:
      Name: airflow
      «WebserverAccessMode: PUBLIC_ONLY»
`,
    },
  ],
  good: [
    `Resources:
  Airflow: { Type: AWS::MWAA::Environment, Properties: { Name: airflow, WebserverAccessMode: PRIVATE_ONLY } }
  Default: { Type: AWS::MWAA::Environment, Properties: { Name: other } }
`,
  ],

  *check({ template }) {
    for (const { id, properties } of template.ofType('AWS::MWAA::Environment')) {
      const mode = property(properties, 'WebserverAccessMode');
      if (!mode || template.literal(mode.value) !== 'PUBLIC_ONLY') continue;
      yield { span: mode.span, message: `The web server of "${id}" can be reached from the internet.` };
    }
  },
});
