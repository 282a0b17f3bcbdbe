export type { Parameter, Reference, Resource, Template, TemplateKind } from './template';
export { buildCloudFormation, isCloudFormation } from './cloudFormation';
export { buildTerraform } from './terraform';
export { buildServerless, isServerless } from './serverless';
