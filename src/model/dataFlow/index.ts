export { dataFlow, type DataFlow } from './dataFlow';
export { KIND, NEVER, UNKNOWN, type Member, type ObjectShape, type Shape } from './shape';
export { shapeLine, shapeText } from './shapeText';
export type { StateData } from './stateData';
export { dataPlaceAt, expressionSight, pathSight, type DataPlace } from './seen';
export { expressionShape, onlyReference, referenceShape, type JsonataSight } from './evaluation';
export { pathShape, type Sight } from './sight';
export { memberOf, selected } from './access';
