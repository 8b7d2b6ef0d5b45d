import { answersSchema } from "./answers-schema.js";
import { validatorOf } from "./validator.js";

export const answersValidator = validatorOf(answersSchema);
